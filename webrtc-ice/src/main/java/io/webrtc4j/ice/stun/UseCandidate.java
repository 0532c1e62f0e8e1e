package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/** USE-CANDIDATE (RFC 8445 §16.1): the controlling side nominates the pair of this check. */
public record UseCandidate() implements StunAttribute {
  static final int TYPE = 0x0025;

  static UseCandidate parse(ByteReader value) throws DecodeException {
    StunAttribute.requireEnd("USE-CANDIDATE", value);
    return new UseCandidate();
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void writeValue(ByteWriter writer, TransactionId id) {}
}
