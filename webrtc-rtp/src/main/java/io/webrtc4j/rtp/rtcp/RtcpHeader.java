package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * The header that each RTCP packet begins with (RFC 3550 §6.4.1).
 *
 * @param count what the five bits after the padding flag count, or a feedback message's format
 * @param type the packet type
 * @param body what follows the header, without padding
 */
record RtcpHeader(int count, int type, ByteReader body) {
  static final int SENDER_REPORT = 200;
  static final int RECEIVER_REPORT = 201;
  static final int SOURCE_DESCRIPTION = 202;
  static final int GOODBYE = 203;
  static final int TRANSPORT_LAYER_FEEDBACK = 205;
  static final int PAYLOAD_SPECIFIC_FEEDBACK = 206;
  static final int EXTENDED_REPORT = 207;

  /** What fits the five bits. */
  static final int MAX_COUNT = 31;

  private static final int VERSION = 2;
  private static final int PADDING_BIT = 0x20;
  private static final int COUNT_MASK = 0x1f;
  private static final int LENGTH_AT = 2;
  private static final int WORD = 4;

  /** Reads a packet from {@code reader}, which goes on behind it (RFC 3550 §A.2). */
  static RtcpHeader parse(ByteReader reader) throws DecodeException {
    int first = reader.u8();
    if (first >> 6 != VERSION) {
      throw new DecodeException("version 2 expected in an RTCP header");
    }
    int type = reader.u8();
    ByteReader body = reader.slice(WORD * reader.u16());
    if ((first & PADDING_BIT) != 0) {
      body = withoutPadding(body);
    }
    return new RtcpHeader(first & COUNT_MASK, type, body);
  }

  /**
   * RFC 3550 §6.4.1: the last byte counts itself and the padding before it. Browsers pad feedback
   * by one to three bytes, where the RFC has whole words.
   */
  private static ByteReader withoutPadding(ByteReader body) throws DecodeException {
    int available = body.remaining();
    int padding = available == 0 ? 0 : body.array()[body.position() + available - 1] & 0xff;
    if (padding == 0 || padding > available) {
      throw new DecodeException("padding of an RTCP packet is longer than the packet, or empty");
    }
    return body.slice(available - padding);
  }

  /** Writes a header whose length is not known yet, and returns where it stands. */
  static int begin(ByteWriter writer, int count, int type) {
    int at = writer.length();
    writer.u8(VERSION << 6 | count).u8(type).u16(0);
    return at;
  }

  /** Fills up the last word with zeros and writes the length of the packet begun at {@code at}. */
  static void end(ByteWriter writer, int at) {
    int over = (writer.length() - at) % WORD;
    if (over != 0) {
      writer.zeros(WORD - over);
    }
    writer.patch16(at + LENGTH_AT, (writer.length() - at) / WORD - 1);
  }
}
