package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;

/** Restart of an Association with New Addresses (RFC 9260 §3.3.10.11). */
public record RestartWithNewAddresses(OpaqueBytes addresses) implements ErrorCause {
  static RestartWithNewAddresses parse(ByteReader value) {
    return new RestartWithNewAddresses(OpaqueBytes.of(value.rest()));
  }

  @Override
  public int type() {
    return CauseCode.RESTART_WITH_NEW_ADDRESSES;
  }

  @Override
  public int valueLength() {
    return addresses.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    addresses.write(out);
  }
}
