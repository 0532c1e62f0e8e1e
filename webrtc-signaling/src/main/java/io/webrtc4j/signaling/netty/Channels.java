package io.webrtc4j.signaling.netty;

import io.netty.channel.Channel;

/** Operations whose failure needs no answer: it ends the channel, which its handlers are told. */
final class Channels {
  private Channels() {}

  static void write(Channel channel, Object message) {
    var unused = channel.writeAndFlush(message);
  }

  static void close(Channel channel) {
    var unused = channel.close();
  }
}
