package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * A part of a handshake message, or all of it (RFC 6347 §4.2.2).
 *
 * <pre>
 *  msg_type (8) | length (24) | message_seq (16) | fragment_offset (24) | fragment_length (24) | …
 * </pre>
 *
 * @param type of the message
 * @param length of the message's whole body
 * @param messageSeq of the message
 * @param offset of this part in the body
 * @param bytes this part; not to be changed
 */
// Nothing compares messages; they are read and hashed as bytes.
@SuppressWarnings("ArrayRecordComponent")
public record HandshakeFragment(int type, int length, int messageSeq, int offset, byte[] bytes) {

  /** Reads one fragment; another may follow in the same record. */
  public static HandshakeFragment parse(ByteReader in) throws DecodeException {
    int type = in.u8();
    int length = in.u24();
    int messageSeq = in.u16();
    int offset = in.u24();
    byte[] bytes = in.bytes(in.u24());
    if (offset + bytes.length > length) {
      throw new DecodeException("a fragment that ends behind the end of its message");
    }
    return new HandshakeFragment(type, length, messageSeq, offset, bytes);
  }

  /** Writes {@code length} bytes of the message from {@code offset} on as a fragment. */
  public static void write(ByteWriter out, HandshakeMessage message, int offset, int length) {
    out.u8(message.type()).u24(message.body().length).u16(message.messageSeq());
    out.u24(offset).u24(length).bytes(message.body(), offset, length);
  }

  /** Whether this is the last part of its message. */
  public boolean isLast() {
    return offset + bytes.length == length;
  }
}
