package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;

/** Walks over a row of {@link Tlv}s. */
final class TlvReader {
  private final ByteReader in;
  private int type;
  private ByteReader value;

  TlvReader(ByteReader in) {
    this.in = in;
    this.value = in;
  }

  /** Steps to the next one; false if there is none. */
  boolean next() throws DecodeException {
    if (!in.hasRemaining()) {
      return false;
    }
    type = in.u16();
    int length = in.u16();
    if (length < Tlv.HEADER_LENGTH) {
      throw new DecodeException("parameter length " + length);
    }
    value = in.slice(length - Tlv.HEADER_LENGTH);
    in.skip(Math.min(in.remaining(), Padding.padded(length) - length));
    return true;
  }

  int type() {
    return type;
  }

  ByteReader value() {
    return value;
  }
}
