package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * The fixed fields that INIT and INIT ACK share (RFC 9260 §3.3.2, §3.3.3).
 *
 * @param initiateTag the tag that the sender wants to see in packets sent to it
 * @param aRwnd bytes of the sender's receive window
 * @param outboundStreams OS, how many streams the sender wants
 * @param inboundStreams MIS, how many streams the sender grants
 * @param initialTsn the first TSN that the sender will use
 */
public record InitFields(
    int initiateTag, long aRwnd, int outboundStreams, int inboundStreams, int initialTsn) {
  static final int LENGTH = 16;

  /** Below this a_rwnd an INIT is refused (RFC 9260 §3.3.2). */
  private static final int MIN_A_RWND = 1500;

  static InitFields parse(ByteReader in) throws DecodeException {
    return new InitFields(in.i32(), in.u32(), in.u16(), in.u16(), in.i32());
  }

  void write(ByteWriter out) {
    out.u32(initiateTag).u32(aRwnd).u16(outboundStreams).u16(inboundStreams).u32(initialTsn);
  }

  /** Whether an association can be made with them: tag, streams and window (RFC 9260 §3.3.2). */
  public boolean isAcceptable() {
    return initiateTag != 0 && outboundStreams != 0 && inboundStreams != 0 && aRwnd >= MIN_A_RWND;
  }
}
