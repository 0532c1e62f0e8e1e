package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;
import java.util.Arrays;

/** Bytes carried without a look inside, equal by content; so that messages are values. */
public final class OpaqueBytes {
  /** No bytes. */
  public static final OpaqueBytes EMPTY = new OpaqueBytes(new byte[0]);

  private final byte[] bytes;

  private OpaqueBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Wraps {@code bytes}, which must not change any more. */
  public static OpaqueBytes of(byte[] bytes) {
    return new OpaqueBytes(bytes);
  }

  /** How many bytes. */
  public int length() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** Appends the bytes. */
  public void write(ByteWriter out) {
    out.bytes(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpaqueBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
