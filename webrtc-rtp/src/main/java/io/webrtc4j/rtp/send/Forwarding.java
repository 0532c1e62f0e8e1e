package io.webrtc4j.rtp.send;

import io.webrtc4j.rtp.RtpPacket;

/** The sequence numbers of packets that are forwarded, from one source after the other. */
final class Forwarding {
  // RFC 3550 §A.1: beyond this, a source has begun anew.
  private static final int MAX_DROPOUT = 3000;
  private static final long NO_SOURCE = -1;

  private static final int MASK_16 = 0xffff;

  private long source = NO_SOURCE;
  private int offset;
  private int highest;

  /** Whether the packet goes on where an earlier one was. */
  boolean continues(RtpPacket packet) {
    int ahead = (short) (packet.sequenceNumber() - highest);
    return packet.ssrc() == source && Math.abs(ahead) <= MAX_DROPOUT;
  }

  /** Begins with this packet, which is sent as {@code sequenceNumber}. */
  void begin(RtpPacket packet, int sequenceNumber) {
    source = packet.ssrc();
    highest = packet.sequenceNumber();
    offset = sequenceNumber - highest;
  }

  /** The number that the packet is sent with. */
  int map(RtpPacket packet) {
    if ((short) (packet.sequenceNumber() - highest) > 0) {
      highest = packet.sequenceNumber();
    }
    return (packet.sequenceNumber() + offset) & MASK_16;
  }

  /** Something else was sent in between. */
  void end() {
    source = NO_SOURCE;
  }
}
