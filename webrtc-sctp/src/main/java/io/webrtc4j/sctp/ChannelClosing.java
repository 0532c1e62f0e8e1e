package io.webrtc4j.sctp;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.association.Association;
import io.webrtc4j.sctp.association.AssociationState;
import io.webrtc4j.sctp.rx.InboundMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How channels end: each side resets its outgoing stream (RFC 8831 §6.7). */
final class ChannelClosing {
  /**
   * A peer that has seen our reset and does not reset its own stream gets so much time: it may have
   * much to send before.
   */
  private static final long PATIENCE = Deadline.seconds(60);

  private record Waiting(Channel channel, long deadline) {}

  private final Association association;
  private final ChannelTable channels;
  private final EventQueue events;
  private final Queue<Waiting> waiting = new ArrayDeque<>();

  /** Streams that we have reset and the peer has not, in spite of all patience. */
  private final Set<Integer> halfClosed = new HashSet<>();

  ChannelClosing(Association association, ChannelTable channels, EventQueue events) {
    this.association = association;
    this.channels = channels;
    this.events = events;
  }

  /** We close the channel, in good order or because of an {@code error}. */
  void close(Channel channel, @Nullable String error, long now) {
    if (channel.state == Channel.State.CLOSING) {
      return;
    }
    channel.error = error;
    if (channel.state == Channel.State.CONNECTING && !isAssociated()) {
      forget(channel, error);
      channels.streamIds().free(channel.streamId());
      return;
    }
    channel.state = Channel.State.CLOSING;
    association.resetStreams(List.of(channel.streamId()), now);
  }

  /** Resets a stream on which the peer sent what it must not, and which has no channel. */
  void refuse(int streamId, long now) {
    association.resetStreams(List.of(streamId), now);
  }

  /** The peer reset its {@code streams}; all if empty. What its parked messages are for follows. */
  void incomingReset(List<Integer> streams, long now) {
    if (streams.isEmpty()) {
      channels.all().forEach(channel -> incomingReset(channel, now));
    }
    for (int streamId : streams) {
      Channel channel = channels.onStream(streamId);
      if (channel != null) {
        incomingReset(channel, now);
      } else if (halfClosed.remove(streamId)) {
        channels.streamIds().free(streamId);
      }
    }
  }

  private void incomingReset(Channel channel, long now) {
    channel.incomingReset = true;
    if (channel.state != Channel.State.CLOSING) {
      channel.state = Channel.State.CLOSING;
      events.add(new DataChannelEvent.ChannelClosing(channel.handle()));
      association.resetStreams(List.of(channel.streamId()), now);
    }
  }

  /** Our {@code streams} are reset. */
  void outgoingReset(List<Integer> streams, long now) {
    for (int streamId : streams) {
      Channel channel = channels.onStream(streamId);
      if (channel != null && channel.state == Channel.State.CLOSING) {
        channel.outgoingReset = true;
        if (!channel.incomingReset) {
          waiting.add(new Waiting(channel, Deadline.after(now, PATIENCE)));
        }
      }
    }
  }

  /** Our {@code streams} could not be reset: they are closed here, and not used again. */
  void outgoingResetFailed(List<Integer> streams, String reason) {
    for (int streamId : streams) {
      Channel channel = channels.onStream(streamId);
      if (channel != null) {
        String error = channel.error;
        forget(channel, error == null ? reason : error);
      }
    }
  }

  /**
   * Forgets the channels whose two streams are reset, of those on {@code streams}; all if empty.
   */
  Queue<InboundMessage> finish(List<Integer> streams) {
    Queue<InboundMessage> parked = new ArrayDeque<>();
    if (streams.isEmpty()) {
      channels.all().forEach(channel -> finish(channel, parked));
    }
    for (int streamId : streams) {
      Channel channel = channels.onStream(streamId);
      if (channel != null) {
        finish(channel, parked);
      }
    }
    return parked;
  }

  private void finish(Channel channel, Queue<InboundMessage> parked) {
    if (channel.incomingReset && channel.outgoingReset) {
      parked.addAll(channel.parked());
      channel.parked().clear();
      forget(channel, channel.error);
      channels.streamIds().free(channel.streamId());
    }
  }

  /** Forgets the channel and says so. */
  void forget(Channel channel, @Nullable String error) {
    for (InboundMessage message : channel.parked()) {
      events.release(message.payload().length);
    }
    if (channel.partial != null) {
      channel.partial.release(events);
    }
    association.sendQueue().discard(channel.streamId());
    channels.remove(channel);
    events.add(new DataChannelEvent.ChannelClosed(channel.handle(), error));
  }

  /** Whether the stream's channel was forgotten before the peer was done with it. */
  boolean isHalfClosed(int streamId) {
    return halfClosed.contains(streamId);
  }

  /** All streams begin anew, so those of channels that are being closed are reset. */
  List<Integer> streamsBeganAnew() {
    halfClosed.forEach(channels.streamIds()::free);
    halfClosed.clear();
    List<Integer> streams = new ArrayList<>();
    for (Channel channel : channels.all()) {
      if (channel.partial != null) {
        channel.partial.release(events);
        channel.partial = null;
      }
      if (channel.state == Channel.State.CLOSING) {
        channel.incomingReset = true;
        channel.outgoingReset = true;
        streams.add(channel.streamId());
      }
    }
    return streams;
  }

  /** Forgets all channels. */
  void forgetAll(@Nullable String error) {
    channels.all().forEach(channel -> forget(channel, error));
  }

  /** Loses patience with those whose time has come. */
  void handleTimeout(long now) {
    while (Deadline.isDue(nextDeadline(), now)) {
      Channel channel = waiting.remove().channel();
      // The stream stays taken: the peer may yet send on it.
      halfClosed.add(channel.streamId());
      forget(channel, channel.error);
    }
  }

  long nextDeadline() {
    Waiting next = waiting.peek();
    while (next != null && channels.withHandle(next.channel().handle()) == null) {
      waiting.remove();
      next = waiting.peek();
    }
    return next == null ? Deadline.NEVER : next.deadline();
  }

  private boolean isAssociated() {
    // In COOKIE-ECHOED the TCB may yet be replaced, and nothing was sent.
    return association.state() instanceof AssociationState.WithTcb
        && !(association.state() instanceof AssociationState.CookieEchoed);
  }
}
