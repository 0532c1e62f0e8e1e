package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;

/** Unresolvable Address, with the parameter in question (RFC 9260 §3.3.10.5). */
public record UnresolvableAddress(OpaqueBytes address) implements ErrorCause {
  static UnresolvableAddress parse(ByteReader value) {
    return new UnresolvableAddress(OpaqueBytes.of(value.rest()));
  }

  @Override
  public int type() {
    return CauseCode.UNRESOLVABLE_ADDRESS;
  }

  @Override
  public int valueLength() {
    return address.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    address.write(out);
  }
}
