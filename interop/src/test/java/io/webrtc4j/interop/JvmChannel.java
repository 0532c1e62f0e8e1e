package io.webrtc4j.interop;

import io.webrtc4j.MessageEvent;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.interop.waiting.Happenings;
import io.webrtc4j.interop.waiting.Waiting;
import java.util.function.Supplier;

/** A data channel of the library, with all that happened to it kept. */
public final class JvmChannel {
  private final RTCDataChannel channel;
  private final Happenings<MessageEvent> messages = new Happenings<>();
  private final Happenings<String> events = new Happenings<>();
  private final Supplier<String> logs;

  public JvmChannel(RTCDataChannel channel, Supplier<String> otherLogs) {
    this.channel = channel;
    this.logs = () -> "--- the JVM's " + channel.label() + ": " + events + "\n" + otherLogs.get();
    channel.onMessage(messages::add);
    channel.onOpen(event -> events.add("open"));
    channel.onClosing(event -> events.add("closing"));
    channel.onClose(event -> events.add("close"));
    channel.onBufferedAmountLow(event -> events.add("bufferedamountlow"));
    channel.onError(event -> events.add("error"));
  }

  public RTCDataChannel channel() {
    return channel;
  }

  public String label() {
    return channel.label();
  }

  public void send(Object message) {
    if (message instanceof String text) {
      channel.send(text);
    } else {
      channel.send((byte[]) message);
    }
  }

  /**
   * Waits for an event: {@code open}, {@code closing}, {@code close}, {@code bufferedamountlow} or
   * {@code error}.
   */
  public void await(String event) {
    Waiting.await(events.next(event::equals), event + " of the JVM's " + label(), logs);
  }

  /** Waits for the next message: a {@code String} or a {@code byte[]}. */
  public Object awaitMessage() {
    return Waiting.await(messages.next(message -> true), "message on the JVM's " + label(), logs)
        .data();
  }
}
