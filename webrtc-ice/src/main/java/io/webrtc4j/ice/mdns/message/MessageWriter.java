package io.webrtc4j.ice.mdns.message;

import io.webrtc4j.common.ByteWriter;
import java.util.HashMap;
import java.util.Map;

/** Writes one message, and names that it has written already as pointers (RFC 1035 §4.1.4). */
final class MessageWriter {
  private static final int POINTER = 0xc000;
  private static final int MAX_OFFSET = 0x3fff;
  private static final int LENGTH_BYTES = 2;

  private final ByteWriter out;
  private final Map<String, Integer> offsets = new HashMap<>();

  /** A writer of a message that begins with the next byte of {@code out}. */
  MessageWriter(ByteWriter out) {
    if (out.length() != 0) {
      throw new IllegalArgumentException("a message begins with a writer's first byte");
    }
    this.out = out;
  }

  ByteWriter fields() {
    return out;
  }

  void name(DnsName name) {
    String wire = name.wire();
    for (int at = 0; at < wire.length(); at += 1 + wire.charAt(at)) {
      String rest = wire.substring(at);
      Integer known = offsets.get(rest);
      if (known != null) {
        out.u16(POINTER | known);
        return;
      }
      if (out.length() <= MAX_OFFSET) {
        offsets.put(rest, out.length());
      }
      for (int i = at; i <= at + wire.charAt(at); i++) {
        out.u8(wire.charAt(i));
      }
    }
    out.u8(0);
  }

  /** Writes {@code data} behind its length in two bytes. */
  void counted(Runnable data) {
    int lengthAt = out.length();
    out.u16(0);
    data.run();
    out.patch16(lengthAt, out.length() - lengthAt - LENGTH_BYTES);
  }
}
