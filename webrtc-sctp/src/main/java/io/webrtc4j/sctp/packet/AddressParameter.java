package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;

/**
 * IPv4 Address, IPv6 Address, Host Name Address or Supported Address Types (RFC 9260 §3.3.2.1).
 * Over DTLS there are no addresses (RFC 8261 §5): they are known so as to be passed over.
 */
public record AddressParameter(int type, OpaqueBytes value) implements Parameter {
  static AddressParameter parse(int type, ByteReader value) {
    return new AddressParameter(type, OpaqueBytes.of(value.rest()));
  }

  /** Whether it is a host name, for which an association is refused (RFC 9260 §5.1.2 B). */
  public boolean isHostName() {
    return type == ParameterType.HOST_NAME_ADDRESS;
  }

  @Override
  public int valueLength() {
    return value.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    value.write(out);
  }
}
