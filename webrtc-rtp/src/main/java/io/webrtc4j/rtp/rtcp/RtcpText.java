package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text of RTCP: a byte for its length, then as many bytes of UTF-8 (RFC 3550 §6.5). */
final class RtcpText {
  private static final char REPLACEMENT = '\ufffd';

  private RtcpText() {}

  static String parse(ByteReader reader) throws DecodeException {
    byte[] bytes = reader.bytes(reader.u8());
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0
        && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
      throw new DecodeException("text of RTCP is not UTF-8");
    }
    return text;
  }

  static void write(ByteWriter writer, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writer.u8(bytes.length).bytes(bytes);
  }

  static void check(String text) {
    Checks.atMost("bytes of text", text.getBytes(StandardCharsets.UTF_8).length, Checks.MAX_U8);
  }
}
