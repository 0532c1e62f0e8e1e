package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.extension.NumberList;

/**
 * ClientKeyExchange of ECDHE (RFC 8422 §5.7).
 *
 * @param publicKey the client's half
 */
// Nothing compares messages; they are read and hashed as bytes.
@SuppressWarnings("ArrayRecordComponent")
public record ClientKeyExchange(byte[] publicKey) {

  /** Reads the body. */
  public static ClientKeyExchange parse(byte[] body) throws DecodeException {
    ByteReader in = new ByteReader(body);
    byte[] publicKey = in.bytes(in.u8());
    NumberList.requireEnd(in, "ClientKeyExchange");
    return new ClientKeyExchange(publicKey);
  }

  /** The body. */
  public byte[] encode() {
    return ByteWriter.growing().u8(publicKey.length).bytes(publicKey).toByteArray();
  }
}
