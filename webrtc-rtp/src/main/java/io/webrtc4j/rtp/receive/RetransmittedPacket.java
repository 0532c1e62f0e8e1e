package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpPacket;

/** A retransmission in its original form (RFC 4588 §4): one after the other, each in place. */
final class RetransmittedPacket {
  /** The original sequence number, in front of the original payload. */
  static final int OSN_LENGTH = 2;

  private static final int PADDING_BIT = 0x20;

  private final RtpPacket original = new RtpPacket();
  private byte[] bytes = new byte[0];

  /** Of a packet whose payload is at least {@link #OSN_LENGTH} long. */
  static int originalNumber(RtpPacket rtx) {
    byte[] array = rtx.array();
    int at = rtx.payloadStart();
    return (array[at] & 0xff) << Byte.SIZE | (array[at + 1] & 0xff);
  }

  /** The original, good until the next call: header extensions stay those of the retransmission. */
  RtpPacket restore(RtpPacket rtx, int payloadType, long ssrc) throws DecodeException {
    int header = rtx.headerLength();
    int payload = rtx.payloadLength() - OSN_LENGTH;
    if (bytes.length < header + payload) {
      bytes = new byte[header + payload];
    }
    System.arraycopy(rtx.array(), rtx.payloadStart() - header, bytes, 0, header);
    System.arraycopy(rtx.array(), rtx.payloadStart() + OSN_LENGTH, bytes, header, payload);
    bytes[0] &= ~PADDING_BIT;
    original.over(PacketBuffer.wrap(bytes, 0, header + payload));
    original.setPayloadType(payloadType);
    original.setSequenceNumber(originalNumber(rtx));
    original.setSsrc(ssrc);
    return original;
  }
}
