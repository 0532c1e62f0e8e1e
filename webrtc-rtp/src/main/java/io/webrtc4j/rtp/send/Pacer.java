package io.webrtc4j.rtp.send;

import io.webrtc4j.common.Deadline;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent on a transport. Audio goes first and at once; then what is sent again; then
 * video, at a pace that leaves no queue in the network: a large frame takes a few milliseconds.
 */
public final class Pacer {
  /** What may go out at once after a pause. */
  static final long BURST = Deadline.millis(5);

  /** How long video may wait; whoever encodes faster than that has frames refused. */
  static final long MAX_WAIT = Deadline.millis(500);

  static final int MAX_VIDEO_BYTES = 8 << 20;

  /** A frame that waits for no other may take longer, or a key frame could never be sent. */
  static final int MAX_FRAME_BYTES = 4 << 20;

  static final int MAX_AUDIO_BYTES = 64 << 10;
  static final int MAX_RETRANSMITTED_BYTES = 256 << 10;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int BITS = 8;

  private final Queue audio = new Queue();
  private final Queue retransmissions = new Queue();
  private final Queue video = new Queue();
  private long bitsPerSecond = 1;
  // When all that was sent has left, at this rate.
  private long freeAt = Long.MIN_VALUE / 2;

  private static final class Queue {
    private final ArrayDeque<OutgoingPacket> packets = new ArrayDeque<>();
    private int bytes;

    private void add(OutgoingPacket packet) {
      packets.add(packet);
      bytes += packet.payload().length;
      packet.stream().waiting(packet.payload().length);
    }

    private OutgoingPacket remove() {
      OutgoingPacket packet = packets.remove();
      bytes -= packet.payload().length;
      packet.stream().waiting(-packet.payload().length);
      return packet;
    }

    private void removeAll(SendStream stream) {
      packets.removeIf(packet -> packet.stream() == stream && take(packet));
    }

    private boolean take(OutgoingPacket packet) {
      bytes -= packet.payload().length;
      packet.stream().waiting(-packet.payload().length);
      return true;
    }

    private boolean waitsLong(long now) {
      OutgoingPacket oldest = packets.peek();
      return oldest != null && now - oldest.queued() > MAX_WAIT;
    }
  }

  /** Sets the pace of everything but audio. */
  public void pace(long bitsPerSecond) {
    this.bitsPerSecond = Math.max(1, bitsPerSecond);
  }

  /** How many bytes of frames a stream may hand over now. */
  public int space(SendStream stream, long now) {
    Queue queue = stream.isVideo() ? video : audio;
    int max = stream.isVideo() ? MAX_VIDEO_BYTES : MAX_AUDIO_BYTES;
    int left = Math.max(0, max - queue.bytes);
    if (stream.waitingBytes() == 0) {
      return Math.min(left, MAX_FRAME_BYTES);
    }
    if (queue.waitsLong(now)) {
      return 0;
    }
    if (!stream.isVideo()) {
      return left;
    }
    long inTime = bitsPerSecond / BITS * MAX_WAIT / NANOS_PER_SECOND - queue.bytes;
    return (int) Math.max(0, Math.min(left, inTime));
  }

  /** Takes a packet that there is space for. */
  void add(OutgoingPacket packet) {
    (packet.stream().isVideo() ? video : audio).add(packet);
  }

  /** Takes a packet that was sent before; false if too many of them wait. */
  boolean addAgain(OutgoingPacket packet) {
    if (retransmissions.bytes + packet.payload().length > MAX_RETRANSMITTED_BYTES) {
      return false;
    }
    retransmissions.add(packet);
    return true;
  }

  /** Forgets what waits of a stream. */
  public void remove(SendStream stream) {
    audio.removeAll(stream);
    retransmissions.removeAll(stream);
    video.removeAll(stream);
  }

  /** The packet that goes out next, or null if none may now. */
  public @Nullable OutgoingPacket poll(long now) {
    if (!audio.packets.isEmpty()) {
      return audio.remove();
    }
    Queue paced = retransmissions.packets.isEmpty() ? video : retransmissions;
    return paced.packets.isEmpty() || freeAt > now ? null : paced.remove();
  }

  /** Tells how large the packet was that {@link #poll} gave. */
  public void sent(int bytes, long now) {
    long begin = Math.max(freeAt, now - BURST);
    freeAt = begin + (long) bytes * BITS * NANOS_PER_SECOND / bitsPerSecond;
  }

  /**
   * When {@link #poll} will have something to give that it does not have now, or {@link
   * Deadline#NEVER}.
   */
  public long nextDeadline(long now) {
    long bytes = (long) retransmissions.bytes + video.bytes;
    boolean isEmpty = retransmissions.packets.isEmpty() && video.packets.isEmpty();
    if (isEmpty || freeAt <= now) {
      return Deadline.NEVER;
    }
    // A few packets at a time: waking up costs more than sending.
    return freeAt + Math.min(BURST, bytes * BITS * NANOS_PER_SECOND / bitsPerSecond);
  }
}
