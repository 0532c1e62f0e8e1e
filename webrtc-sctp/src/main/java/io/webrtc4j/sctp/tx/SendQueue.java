package io.webrtc4j.sctp.tx;

import io.webrtc4j.common.Deadline;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait for their first transmission. Streams take turns, message by message: without
 * I-DATA (RFC 8260) the fragments of a message have successive TSNs and can't be interleaved.
 *
 * <p>It lives as long as the transport: messages may be queued before there is an association.
 *
 * <p>A message whose lifetime ends here is dropped without a trace on the wire, TSN and SSN
 * included (RFC 3758 §4.1 TR3). RFC 9260 §11.1.5 has that without the peer's support, too.
 */
public final class SendQueue {
  private final Queue<OutboundStream> turns = new ArrayDeque<>();
  private final Queue<Integer> becameLow = new ArrayDeque<>();
  // By number: the peer may open a channel on the last stream first.
  private final Map<Integer, OutboundStream> streams = new HashMap<>();

  private int waiting;
  private long now;
  private long nextExpiry = Deadline.NEVER;
  private long expiredMessages;
  private long expiredBytes;

  /** The message of which some fragments, but not all, are sent. */
  private @Nullable OutboundMessage begun;

  /** Queues a message. */
  public void add(OutboundMessage message) {
    OutboundStream stream = stream(message.streamId());
    if (stream.messages().isEmpty() && !stream.isPaused()) {
      turns.add(stream);
    }
    stream.add(message);
    waiting++;
    nextExpiry = Math.min(nextExpiry, stream.firstExpiry());
  }

  /** Drops the messages whose lifetime is over and of which nothing was sent. */
  public void expire(long at) {
    now = at;
    if (!Deadline.isDue(nextExpiry, now)) {
      return;
    }
    nextExpiry = Deadline.NEVER;
    for (OutboundStream stream : streams.values()) {
      if (!stream.messages().isEmpty()) {
        dropExpired(stream);
        if (stream.messages().isEmpty()) {
          turns.remove(stream);
        }
      }
    }
  }

  /** When {@link #expire} is wanted; never late, and at times early. */
  public long nextExpiry() {
    return waiting == 0 ? Deadline.NEVER : nextExpiry;
  }

  /** Messages that were dropped because their lifetime was over. */
  public long expiredMessages() {
    return expiredMessages;
  }

  /** Their payloads' bytes. */
  public long expiredBytes() {
    return expiredBytes;
  }

  /** Whether nothing waits, not even on a paused stream. */
  public boolean isEmpty() {
    return begun == null && waiting == 0;
  }

  /** Whether nothing waits on the stream. */
  public boolean isIdle(int streamId) {
    OutboundStream stream = streamOrNull(streamId);
    return stream == null
        || (stream.messages().isEmpty() && (begun == null || begun.streamId() != streamId));
  }

  /** Bytes of payloads on the stream that were not yet put into a packet. */
  public long bufferedAmount(int streamId) {
    OutboundStream stream = streamOrNull(streamId);
    return stream == null ? 0 : stream.bufferedAmount();
  }

  /** Sets when {@link #pollBecameLow} tells of the stream. */
  public void lowThreshold(int streamId, long bytes) {
    stream(streamId).lowThreshold(bytes);
  }

  /** A stream whose buffered amount fell to its threshold or below, or -1. */
  public int pollBecameLow() {
    Integer streamId = becameLow.poll();
    return streamId == null ? -1 : streamId;
  }

  /** Lets nothing of the stream be sent for now (RFC 6525 §5.1.2 A1). */
  public void pause(int streamId) {
    OutboundStream stream = stream(streamId);
    stream.pause(true);
    turns.remove(stream);
  }

  /** Lets the stream go on; with SSN 0 if it was {@code reset} (RFC 6525 §5.2.7 H4). */
  public void resume(int streamId, boolean reset) {
    OutboundStream stream = stream(streamId);
    if (reset) {
      stream.reset();
    }
    if (stream.isPaused()) {
      stream.pause(false);
      if (!stream.messages().isEmpty()) {
        turns.add(stream);
      }
    }
  }

  /** Drops what was not begun on the stream; the rest of a message that was begun must follow. */
  public void discard(int streamId) {
    OutboundStream stream = streamOrNull(streamId);
    if (stream != null) {
      turns.remove(stream);
      waiting -= stream.messages().size();
      stream.clear();
    }
    if (begun != null && begun.streamId() == streamId) {
      begun.uncount();
    }
  }

  /** Begins all streams again with SSN 0, and drops everything. */
  public void resetAll() {
    for (OutboundStream stream : streams.values()) {
      stream.clear();
      stream.reset();
      stream.pause(false);
    }
    waiting = 0;
    nextExpiry = Deadline.NEVER;
    turns.clear();
    begun = null;
  }

  /**
   * Begins all streams again with SSN 0, and with what was sent in vain.
   *
   * @param sent messages of which something was sent, in their order
   */
  public void beginAgain(List<OutboundMessage> sent) {
    if (begun != null) {
      leave(begun, begun.remaining());
      begun = null;
    }
    for (int i = sent.size() - 1; i >= 0; i--) {
      stream(sent.get(i).streamId()).addAgain(sent.get(i));
      waiting++;
    }
    turns.clear();
    for (OutboundStream stream : streams.values()) {
      stream.reset();
      stream.pause(false);
      if (!stream.messages().isEmpty()) {
        turns.add(stream);
        nextExpiry = Math.min(nextExpiry, stream.firstExpiry());
      }
    }
  }

  /** The message whose turn it is, or null. */
  @Nullable OutboundMessage peek() {
    if (begun != null) {
      return begun;
    }
    OutboundStream stream = turns.peek();
    return stream == null ? null : stream.messages().peek();
  }

  /** The message of which some fragments, but not all, are sent; or null. */
  @Nullable OutboundMessage begun() {
    return begun;
  }

  /** Sends nothing more of the message that was begun. */
  void dropBegun(OutboundMessage message) {
    begun = null;
    leave(message, message.remaining());
  }

  /** Puts {@code bytes} of the message whose turn it is into a packet. */
  void take(OutboundMessage message, int bytes) {
    OutboundStream stream = stream(message.streamId());
    if (begun == null) {
      turns.remove();
      stream.messages().remove();
      waiting--;
      dropExpired(stream);
      if (!stream.messages().isEmpty()) {
        turns.add(stream);
      }
      if (!message.isUnordered()) {
        message.assignSsn(stream.takeSsn());
      }
    }
    message.take(bytes);
    begun = message.remaining() == 0 ? null : message;
    leave(message, bytes);
  }

  /** Messages of a stream have the same lifetime, so that the first are the first to go. */
  private void dropExpired(OutboundStream stream) {
    OutboundMessage first = stream.messages().peek();
    while (first != null && first.limits().isExpired(now)) {
      stream.messages().remove();
      waiting--;
      expiredMessages++;
      expiredBytes += first.countedBytes();
      leave(first, first.remaining());
      first = stream.messages().peek();
    }
    nextExpiry = Math.min(nextExpiry, stream.firstExpiry());
  }

  private void leave(OutboundMessage message, int bytes) {
    // Also while all streams are being looked at: none may be made here.
    OutboundStream stream = streamOrNull(message.streamId());
    if (stream != null && stream.left(message, bytes)) {
      becameLow.add(stream.id());
    }
  }

  private OutboundStream stream(int id) {
    return streams.computeIfAbsent(id, OutboundStream::new);
  }

  private @Nullable OutboundStream streamOrNull(int id) {
    return streams.get(id);
  }
}
