package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Frames of video, each of all packets with one timestamp. As long as nothing is missing for good,
 * one follows the other; after a loss, or at the beginning, the next is a key frame, wherever it is
 * found whole.
 */
final class VideoBuffer implements FrameBuffer {
  /** Who begins with something else than a key frame, or loses it, is asked after this. */
  private static final long PATIENCE_AT_BEGINNING = Deadline.millis(500);

  /** So long may packets be under way that the source's first to come have overtaken. */
  private static final long OVERTAKEN_AT_BEGINNING = Deadline.millis(100);

  private static final long NONE = Long.MIN_VALUE;

  private final PacketWindow window = new PacketWindow();
  private final Assembler assembler;
  private final MissingPackets missing;
  private final KeyFrameRequests requests;
  private final Assembly.Sink sink;
  private final Tally tally;

  private boolean begun;
  private long begunAt;
  private boolean awaitsKeyFrame = true;
  private boolean gap;
  // Where the frame whose turn it is begins, and up to where it is known to go on.
  private long next;
  private long scanned;

  VideoBuffer(
      Assembler assembler,
      MissingPackets missing,
      KeyFrameRequests requests,
      Assembly.Sink sink,
      Tally tally) {
    this.assembler = assembler;
    this.missing = missing;
    this.requests = requests;
    this.sink = sink;
    this.tally = tally;
  }

  @Override
  public boolean insert(BufferedPacket packet, long now) {
    if (!begun) {
      begun = true;
      begunAt = now;
      requests.want(now + PATIENCE_AT_BEGINNING);
    }
    makeRoom(packet, now);
    if (window.isPast(packet.index())) {
      return false;
    }
    window.put(packet);
    if (awaitsKeyFrame) {
      findKeyFrame(packet.index() - 1, packet.index() + 1, now);
    }
    advance(now);
    return true;
  }

  private void makeRoom(BufferedPacket packet, long now) {
    while (!window.isPast(packet.index())
        && !window.hasRoom(packet.index(), packet.payload().length)) {
      breakOff(now);
      long half = window.first() + (window.end() - window.first() + 1) / 2;
      dropBefore(Math.max(half, packet.index() - PacketWindow.MAX_PACKETS / 2));
    }
  }

  private void dropBefore(long index) {
    long timestamp = NONE;
    for (long i = window.first(); i < Math.min(index, window.end()); i++) {
      BufferedPacket packet = window.get(i);
      if (packet != null && !packet.isFiller() && packet.timestamp() != timestamp) {
        timestamp = packet.timestamp();
        tally.framesDropped++;
      }
    }
    window.dropBefore(index);
    missing.forgetBefore(index);
  }

  @Override
  public void lost(long index, long now) {
    if (begun && !window.isPast(index)) {
      // What lies apart from the hole was looked at before, if a key frame was awaited then.
      long from = awaitsKeyFrame ? index - 1 : window.first();
      long to = awaitsKeyFrame ? index + 1 : window.end() - 1;
      breakOff(now);
      findKeyFrame(from, to, now);
      advance(now);
    }
  }

  @Override
  public void restart(long index, long now) {
    breakOff(now);
    dropBefore(index);
  }

  /** What follows depends on what is missing. */
  private void breakOff(long now) {
    awaitsKeyFrame = true;
    gap = true;
    requests.want(now);
  }

  /** Gives the frames whose turn it is. */
  private void advance(long now) {
    while (!awaitsKeyFrame) {
      skipFillers();
      BufferedPacket head = window.get(next);
      if (head == null || !isWhole(scan(head.timestamp()))) {
        return;
      }
      Assembly frame = assembler.assemble(window, next, scanned);
      moveTo(scanned);
      if (frame == null) {
        tally.malformed++;
        tally.framesDropped++;
        breakOff(now);
        findKeyFrame(window.first(), window.end() - 1, now);
      } else {
        give(frame, now);
      }
    }
  }

  /** Goes on to look how far the frame whose turn it is has come. */
  private long scan(long timestamp) {
    scanned = endOfFrame(scanned, timestamp);
    return scanned;
  }

  private void skipFillers() {
    long index = next;
    for (BufferedPacket p = window.get(index); p != null && p.isFiller(); p = window.get(index)) {
      index++;
    }
    if (index != next) {
      moveTo(index);
    }
  }

  private void moveTo(long index) {
    window.dropBefore(index);
    next = index;
    scanned = index;
  }

  private void give(Assembly frame, long now) {
    if (frame.keyFrame()) {
      requests.satisfied();
    }
    boolean taken = sink.take(frame, gap, now);
    gap = false;
    if (!taken) {
      breakOff(now);
    }
  }

  /** Looks for a key frame that has a packet between these indices, or else at the front. */
  private void findKeyFrame(long from, long to, long now) {
    for (long index = from; awaitsKeyFrame && index <= to; index++) {
      index = giveIfKeyFrame(index, now);
    }
    while (awaitsKeyFrame && dropFront(now)) {}
  }

  /** Gives the frame around this packet if it is a key frame; returns the last index looked at. */
  private long giveIfKeyFrame(long index, long now) {
    BufferedPacket packet = window.get(index);
    if (packet == null || packet.isFiller()) {
      return index;
    }
    long start = startOfFrame(index, packet.timestamp());
    long end = endOfFrame(index, packet.timestamp());
    BufferedPacket first = start == NONE ? null : window.get(start);
    if (first == null || !isWhole(end) || !assembler.canBegin(first)) {
      return index;
    }
    Assembly frame = assembler.assemble(window, start, end);
    if (frame != null && frame.keyFrame()) {
      goOnWith(frame, start, end, now);
    }
    return end - 1;
  }

  private void goOnWith(Assembly keyFrame, long start, long end, long now) {
    dropBefore(start);
    moveTo(end);
    missing.forgetBefore(next);
    requests.satisfied();
    awaitsKeyFrame = false;
    give(keyFrame, now);
  }

  /**
   * Drops what is at the front if no key frame can come of it, in which case what follows it is of
   * no use either. What may still become one keeps those that follow, since they depend on it.
   *
   * @return whether there may be more to drop
   */
  private boolean dropFront(long now) {
    long index = window.first();
    if (index == window.end()) {
      return false;
    }
    BufferedPacket packet = window.get(index);
    if (packet == null || packet.isFiller()) {
      boolean needless = packet != null || !missing.hopesFor(index);
      if (needless) {
        window.dropBefore(index + 1);
      }
      return needless;
    }
    long end = endOfFrame(index, packet.timestamp());
    if (isWhole(end) && assembler.canBegin(packet)) {
      judgeFront(assembler.assemble(window, index, end), index, end, now);
      return true;
    }
    boolean mayBecomeWhole =
        isBeginning(index, now)
            || (!isWhole(end) && (end == window.end() || missing.hopesFor(end)));
    if (!mayBecomeWhole) {
      dropBefore(end);
    }
    return !mayBecomeWhole;
  }

  /** Whether what belongs to the source's first packets may still be under way. */
  private boolean isBeginning(long index, long now) {
    return !window.isPast(index - 1) && now - begunAt < OVERTAKEN_AT_BEGINNING;
  }

  private void judgeFront(@Nullable Assembly frame, long start, long end, long now) {
    if (frame != null && frame.keyFrame()) {
      goOnWith(frame, start, end, now);
      return;
    }
    if (frame == null) {
      tally.malformed++;
    }
    dropBefore(end);
    requests.want(now);
  }

  /** Where the frame around a packet begins, or {@link #NONE} while that may still change. */
  private long startOfFrame(long index, long timestamp) {
    long start = index;
    for (long i = index - 1; ; i--) {
      BufferedPacket packet = window.get(i);
      if (packet == null) {
        return missing.hopesFor(i) ? NONE : start;
      }
      if (packet.marker() || (!packet.isFiller() && packet.timestamp() != timestamp)) {
        return start;
      }
      if (!packet.isFiller()) {
        start = i;
      }
    }
  }

  /** The index after the frame around a packet, as far as it has come without a hole. */
  private long endOfFrame(long index, long timestamp) {
    for (long i = index; ; i++) {
      BufferedPacket packet = window.get(i);
      if (packet == null || (!packet.isFiller() && packet.timestamp() != timestamp)) {
        return i;
      } else if (packet.marker()) {
        return i + 1;
      }
    }
  }

  /** Whether the frame that has come up to here ends here. */
  private boolean isWhole(long end) {
    BufferedPacket last = window.get(end - 1);
    return (last != null && last.marker()) || window.get(end) != null;
  }

  @Override
  public void handleTimeout(long now) {}

  @Override
  public long nextDeadline() {
    return Deadline.NEVER;
  }
}
