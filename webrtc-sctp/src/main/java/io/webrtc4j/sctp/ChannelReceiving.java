package io.webrtc4j.sctp;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.sctp.datachannel.DataChannelAck;
import io.webrtc4j.sctp.datachannel.DataChannelOpen;
import io.webrtc4j.sctp.datachannel.DcepMessage;
import io.webrtc4j.sctp.datachannel.Ppid;
import io.webrtc4j.sctp.rx.InboundMessage;
import org.jspecify.annotations.Nullable;

/** What the peer's messages mean, by their PPIDs (RFC 8831 §6.6, RFC 8832 §6). */
final class ChannelReceiving {
  private static final byte[] EMPTY = {};

  private final long maxMessageSize;
  private final ChannelTable channels;
  private final EventQueue events;
  private final ChannelOpening opening;
  private final ChannelClosing closing;
  private long errors;

  ChannelReceiving(
      long maxMessageSize,
      ChannelTable channels,
      EventQueue events,
      ChannelOpening opening,
      ChannelClosing closing) {
    this.maxMessageSize = maxMessageSize;
    this.channels = channels;
    this.events = events;
    this.opening = opening;
    this.closing = closing;
  }

  /** Messages that were against the rules. */
  long errors() {
    return errors;
  }

  /** Takes a message. */
  void receive(InboundMessage message, long now) {
    Channel channel = channels.onStream(message.streamId());
    if (channel == null && closing.isHalfClosed(message.streamId())) {
      return;
    }
    if (channel != null && channel.incomingReset) {
      // The peer has closed the stream and opens it anew, because it knows of our reset before we
      // know that it does: the message is for the next channel.
      events.retain(message.payload().length);
      channel.parked().add(message);
    } else if (message.ppid() == Ppid.DCEP && !message.tooLarge()) {
      receiveDcep(channel, message, now);
    } else if (channel == null) {
      // RFC 8832 §6: user data on an unused stream.
      errors++;
      closing.refuse(message.streamId(), now);
    } else {
      receiveData(channel, message, now);
    }
  }

  private void receiveDcep(@Nullable Channel channel, InboundMessage message, long now) {
    String error;
    try {
      DcepMessage dcep = DcepMessage.parse(message.payload());
      if (dcep instanceof DataChannelOpen open) {
        error = opening.offered(message.streamId(), open, now);
      } else if (dcep instanceof DataChannelAck && channel != null) {
        channel.acknowledged = true;
        error = null;
      } else {
        error = "DATA_CHANNEL_ACK on a stream without a channel";
      }
    } catch (DecodeException malformed) {
      error = "a malformed DCEP message: " + malformed.getMessage();
    }
    if (error == null) {
      return;
    }
    errors++;
    if (channel == null) {
      closing.refuse(message.streamId(), now);
    } else {
      closing.close(channel, "the peer sent " + error, now);
    }
  }

  private void receiveData(Channel channel, InboundMessage message, long now) {
    // RFC 8832 §6: any message tells that the peer has the channel.
    channel.acknowledged = true;
    if (message.tooLarge()) {
      fail(channel, "a message of more than " + maxMessageSize + " bytes", now);
      return;
    }
    switch (message.ppid()) {
      case Ppid.STRING -> deliver(channel, true, whole(channel, message), now);
      case Ppid.BINARY -> deliver(channel, false, whole(channel, message), now);
      case Ppid.STRING_EMPTY -> deliver(channel, true, EMPTY, now);
      case Ppid.BINARY_EMPTY -> deliver(channel, false, EMPTY, now);
      case Ppid.STRING_PARTIAL, Ppid.BINARY_PARTIAL -> addPart(channel, message, now);
      default -> fail(channel, "a message with PPID " + message.ppid(), now);
    }
  }

  private void addPart(Channel channel, InboundMessage message, long now) {
    PartialMessage partial = channel.partial;
    if (partial == null) {
      partial = new PartialMessage();
      channel.partial = partial;
    }
    if (partial.add(message.payload(), maxMessageSize)) {
      events.retain(message.payload().length);
    } else {
      fail(channel, "parts of a message of more than " + maxMessageSize + " bytes", now);
    }
  }

  private byte[] whole(Channel channel, InboundMessage last) {
    PartialMessage partial = channel.partial;
    if (partial == null) {
      return last.payload();
    }
    partial.release(events);
    channel.partial = null;
    return partial.add(last.payload(), Integer.MAX_VALUE) ? partial.toByteArray() : EMPTY;
  }

  private void deliver(Channel channel, boolean text, byte[] payload, long now) {
    if (payload.length > maxMessageSize) {
      fail(channel, "a message of more than " + maxMessageSize + " bytes", now);
      return;
    }
    if (channel.state != Channel.State.OPEN) {
      // W3C WebRTC §6.2: a channel that we close receives nothing more.
      return;
    }
    channel.messagesReceived++;
    channel.bytesReceived += payload.length;
    events.add(new DataChannelEvent.MessageReceived(channel.handle(), text, payload));
  }

  private void fail(Channel channel, String what, long now) {
    errors++;
    closing.close(channel, "the peer sent " + what, now);
  }
}
