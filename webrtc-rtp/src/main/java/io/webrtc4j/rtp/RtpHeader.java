package io.webrtc4j.rtp;

import io.webrtc4j.common.PacketBuffer;

/**
 * Where the fields of an RTP header stand (RFC 3550 §5.1). Of a packet that is still encrypted this
 * is all that can be read: its padding is encrypted too (RFC 3711 §3.1).
 */
public final class RtpHeader {
  /** Bytes of a header without contributing sources and extension. */
  public static final int FIXED_LENGTH = 12;

  /** What {@link #length} returns for bytes that are no RTP header. */
  public static final int MALFORMED = -1;

  static final int VERSION = 2;
  static final int MAX_CSRCS = 15;
  static final int CSRC_LENGTH = 4;
  static final int EXTENSION_HEADER_LENGTH = 4;

  static final int PADDING_BIT = 0x20;
  static final int EXTENSION_BIT = 0x10;
  static final int CSRC_COUNT_MASK = 0x0f;
  static final int MARKER_BIT = 0x80;
  static final int PAYLOAD_TYPE_MASK = 0x7f;

  static final int SEQUENCE_NUMBER_AT = 2;
  static final int TIMESTAMP_AT = 4;
  static final int SSRC_AT = 8;

  // RFC 5761 §4: with these in the second byte, marker bit included, it is RTCP.
  private static final int FIRST_RTCP_TYPE = 192;
  private static final int LAST_RTCP_TYPE = 223;

  private RtpHeader() {}

  /**
   * The header's length in bytes, contributing sources and extension included, or {@link
   * #MALFORMED} if the version is another or the header is longer than the packet (RFC 3550 §A.1).
   */
  public static int length(PacketBuffer packet) {
    byte[] array = packet.array();
    int start = packet.start();
    int available = packet.length();
    if (available < FIXED_LENGTH || (array[start] & 0xff) >> 6 != VERSION) {
      return MALFORMED;
    }
    int length = FIXED_LENGTH + CSRC_LENGTH * (array[start] & CSRC_COUNT_MASK);
    if ((array[start] & EXTENSION_BIT) != 0) {
      length += EXTENSION_HEADER_LENGTH;
      if (length > available) {
        return MALFORMED;
      }
      length += 4 * u16(array, start + length - 2);
    }
    return length <= available ? length : MALFORMED;
  }

  /** The sequence number; the packet must have a header. */
  public static int sequenceNumber(PacketBuffer packet) {
    return u16(packet.array(), packet.start() + SEQUENCE_NUMBER_AT);
  }

  /** The bits of the SSRC; the packet must have a header. */
  public static int ssrcBits(PacketBuffer packet) {
    return i32(packet.array(), packet.start() + SSRC_AT);
  }

  /**
   * Whether a packet is RTCP where both come to one port (RFC 5761 §4), by its second byte. Payload
   * types 64 to 95 can't be used for RTP there.
   */
  public static boolean isRtcp(PacketBuffer packet) {
    if (packet.length() < 2) {
      return false;
    }
    int type = packet.u8(1);
    return type >= FIRST_RTCP_TYPE && type <= LAST_RTCP_TYPE;
  }

  static int u16(byte[] array, int at) {
    return (array[at] & 0xff) << 8 | (array[at + 1] & 0xff);
  }

  static int i32(byte[] array, int at) {
    return u16(array, at) << 16 | u16(array, at + 2);
  }

  static long u32(byte[] array, int at) {
    return i32(array, at) & 0xffffffffL;
  }

  static void put16(byte[] array, int at, int value) {
    array[at] = (byte) (value >>> 8);
    array[at + 1] = (byte) value;
  }

  static void put32(byte[] array, int at, long value) {
    put16(array, at, (int) (value >>> 16));
    put16(array, at + 2, (int) value);
  }
}
