package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;
import java.util.List;

/** Type, length and value: the form of parameters (RFC 9260 §3.2.1) and causes (§3.3.10). */
public interface Tlv {
  /** Bytes of type and length. */
  int HEADER_LENGTH = 4;

  /** The parameter's type or the cause's code. */
  int type();

  /** Bytes of the value, without padding. */
  int valueLength();

  /** Appends the value. */
  void writeValue(ByteWriter out);

  /** Bytes with the header and without padding. */
  default int length() {
    return HEADER_LENGTH + valueLength();
  }

  /** Appends header and value, without padding. */
  default void write(ByteWriter out) {
    out.u16(type()).u16(length());
    writeValue(out);
  }

  /** Bytes of all of {@code items} in a row; the padding of the last does not count (§3.2). */
  static int lengthOf(List<? extends Tlv> items) {
    int length = 0;
    for (Tlv item : items) {
      length = Padding.padded(length) + item.length();
    }
    return length;
  }

  /** Appends all of {@code items} in a row, the last without padding. */
  static void writeAll(List<? extends Tlv> items, ByteWriter out) {
    int length = 0;
    for (Tlv item : items) {
      out.zeros(Padding.padded(length) - length);
      item.write(out);
      length = item.length();
    }
  }
}
