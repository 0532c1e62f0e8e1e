package io.webrtc4j.sctp;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.rx.InboundMessage;
import io.webrtc4j.sctp.tx.SendLimits;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One data channel: a stream in each direction with the same identifier (RFC 8831 §6.4). */
final class Channel {
  /** Where it stands; a closed channel is forgotten. */
  enum State {
    /** There is no association yet. */
    CONNECTING,
    /** Messages flow. */
    OPEN,
    /** One side, or both, have begun to close. */
    CLOSING
  }

  private final int handle;
  private final int streamId;
  private final DataChannelParameters parameters;
  private final Queue<InboundMessage> parked = new ArrayDeque<>();

  State state = State.CONNECTING;

  /** Whether the peer is known to have the channel, so that messages may go unordered. */
  boolean acknowledged;

  boolean incomingReset;
  boolean outgoingReset;

  /** Why it breaks, if it does. */
  @Nullable String error;

  /** The message of which deprecated PPIDs have brought parts. */
  @Nullable PartialMessage partial;

  long messagesSent;
  long bytesSent;
  long messagesReceived;
  long bytesReceived;

  Channel(int handle, int streamId, DataChannelParameters parameters) {
    this.handle = handle;
    this.streamId = streamId;
    this.parameters = parameters;
  }

  int handle() {
    return handle;
  }

  int streamId() {
    return streamId;
  }

  DataChannelParameters parameters() {
    return parameters;
  }

  /** What came on the stream for the channel that will use it next. */
  Queue<InboundMessage> parked() {
    return parked;
  }

  /** RFC 8832 §6: everything is ordered until the peer is known to have the channel. */
  boolean sendsUnordered() {
    return !parameters.ordered() && acknowledged;
  }

  /** Until when a message that is given to us at {@code now} is worth sending. */
  SendLimits limits(long now) {
    Integer retransmits = parameters.maxRetransmits();
    if (retransmits != null) {
      return SendLimits.retransmits(retransmits);
    }
    Integer lifeTime = parameters.maxPacketLifeTimeMillis();
    if (lifeTime != null) {
      // Its last millisecond is its own, so that a lifetime of 0 allows to send at once.
      return SendLimits.until(Deadline.after(now, Deadline.millis(lifeTime + 1L)));
    }
    return SendLimits.NONE;
  }

  DataChannelCounters counters() {
    return new DataChannelCounters(messagesSent, bytesSent, messagesReceived, bytesReceived);
  }
}
