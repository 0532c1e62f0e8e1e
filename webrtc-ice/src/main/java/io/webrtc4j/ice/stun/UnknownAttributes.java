package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/**
 * UNKNOWN-ATTRIBUTES (RFC 8489 §14.13), which explains a 420.
 *
 * @param types what the answering side does not know
 */
public record UnknownAttributes(List<Integer> types) implements StunAttribute {
  static final int TYPE = 0x000a;

  /** Copies the list. */
  public UnknownAttributes {
    types = List.copyOf(types);
  }

  static UnknownAttributes parse(ByteReader value) throws DecodeException {
    List<Integer> types = new ArrayList<>();
    while (value.hasRemaining()) {
      types.add(value.u16());
    }
    return new UnknownAttributes(types);
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void writeValue(ByteWriter writer, TransactionId id) {
    for (int type : types) {
      writer.u16(type);
    }
  }
}
