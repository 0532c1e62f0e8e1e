package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteWriter;

/**
 * A whole handshake message, its body not yet read.
 *
 * @param type as in {@link HandshakeType}, or one not known here
 * @param messageSeq its number among the messages of its sender
 * @param body what follows the header; not to be changed
 */
// Nothing compares messages; they are read and hashed as bytes.
@SuppressWarnings("ArrayRecordComponent")
public record HandshakeMessage(int type, int messageSeq, byte[] body) {
  /** Bytes of the header in front of the body or of each of its fragments. */
  public static final int HEADER_LENGTH = 12;

  /** As it is hashed: as if it had come in one fragment (RFC 6347 §4.2.6). */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing();
    HandshakeFragment.write(out, this, 0, body.length);
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return HandshakeType.nameOf(type) + " (message_seq " + messageSeq + ")";
  }
}
