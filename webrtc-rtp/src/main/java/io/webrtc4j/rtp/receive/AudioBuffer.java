package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;

/**
 * Frames of audio, one in each packet. They are given in order, at once; where one is missing, the
 * next waits as long as the jitter says that it may still come, and then goes on without it.
 */
final class AudioBuffer implements FrameBuffer {
  /** What is asked for is waited for, but in a conversation not longer. */
  private static final long MAX_WAIT_FOR_REPAIR = Deadline.millis(250);

  private static final int ATTEMPTS_WAITED_FOR = 2;

  private final PacketWindow window = new PacketWindow();
  private final Assembler assembler;
  private final MissingPackets missing;
  private final DelayEstimate delay;
  private final Assembly.Sink sink;
  private final Tally tally;

  private boolean gap;
  private long minimumDelay;
  private long lastTimestamp = Long.MIN_VALUE;
  private long holeEnd = Deadline.NEVER;

  AudioBuffer(
      Assembler assembler,
      MissingPackets missing,
      DelayEstimate delay,
      Assembly.Sink sink,
      Tally tally) {
    this.assembler = assembler;
    this.missing = missing;
    this.delay = delay;
    this.sink = sink;
    this.tally = tally;
  }

  /** Waits for what is missing at least until frames are this old. */
  void minimumDelay(long nanos) {
    minimumDelay = nanos;
  }

  /** Whether a packet has not come that would have this timestamp. */
  boolean lacks(long index, long timestamp) {
    BufferedPacket before = window.get(index - 1);
    long latest = before == null || before.isFiller() ? lastTimestamp : before.timestamp();
    return !window.isPast(index)
        && window.hasRoom(index, 0)
        && window.get(index) == null
        && latest < timestamp;
  }

  /** Takes what stood in for a packet. */
  boolean fill(BufferedPacket packet, long now) {
    missing.forget(packet.index());
    return insert(packet, now);
  }

  @Override
  public boolean insert(BufferedPacket packet, long now) {
    if (window.isPast(packet.index())) {
      return false;
    }
    if (!window.hasRoom(packet.index(), packet.payload().length)) {
      window.dropBefore(packet.index());
      gap = true;
    }
    window.put(packet);
    handleTimeout(now);
    return true;
  }

  @Override
  public void lost(long index, long now) {
    // The jitter decides how long to wait; what is asked for has its share in that.
  }

  @Override
  public void restart(long index, long now) {
    gap = true;
    lastTimestamp = Long.MIN_VALUE;
    window.dropBefore(index);
  }

  @Override
  public void handleTimeout(long now) {
    holeEnd = Deadline.NEVER;
    while (window.first() < window.end()) {
      BufferedPacket head = window.get(window.first());
      if (head != null) {
        give(head, now);
        window.dropBefore(head.index() + 1);
      } else if (!skipHole(now)) {
        return;
      }
    }
  }

  private void give(BufferedPacket packet, long now) {
    if (packet.isFiller()) {
      return;
    }
    Assembly frame = assembler.assemble(window, packet.index(), packet.index() + 1);
    if (frame == null) {
      tally.malformed++;
      tally.framesDropped++;
      gap = true;
    } else {
      lastTimestamp = frame.timestamp();
      gap = !sink.take(frame, gap, now);
    }
  }

  private boolean skipHole(long now) {
    long index = window.first() + 1;
    BufferedPacket after = window.get(index);
    while (after == null) {
      after = window.get(++index);
    }
    long end = endOfWait(after);
    if (now < end) {
      holeEnd = end;
      return false;
    }
    gap = true;
    window.dropBefore(after.index());
    missing.forgetBefore(after.index());
    return true;
  }

  private long endOfWait(BufferedPacket after) {
    if (after.codec() == null) {
      return after.received() + delay.target();
    }
    long wait = Math.max(minimumDelay, delay.target());
    if (missing.isAsking()) {
      wait =
          Math.max(wait, Math.min(MAX_WAIT_FOR_REPAIR, ATTEMPTS_WAITED_FOR * missing.roundTrip()));
    }
    long earliest = delay.earliest(after.timestamp(), after.codec().clockRate());
    return Math.min(earliest, after.received()) + wait;
  }

  @Override
  public long nextDeadline() {
    return holeEnd;
  }
}
