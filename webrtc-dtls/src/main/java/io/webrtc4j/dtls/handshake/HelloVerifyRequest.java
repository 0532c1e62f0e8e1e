package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.extension.NumberList;

/**
 * HelloVerifyRequest (RFC 6347 §4.2.1): a server that wants to see its cookie again.
 *
 * @param version says nothing about the version of the connection
 * @param cookie to be sent back
 */
// Nothing compares messages; they are read and hashed as bytes.
@SuppressWarnings("ArrayRecordComponent")
public record HelloVerifyRequest(int version, byte[] cookie) {

  /** Reads the body. */
  public static HelloVerifyRequest parse(byte[] body) throws DecodeException {
    ByteReader in = new ByteReader(body);
    int version = in.u16();
    byte[] cookie = in.bytes(in.u8());
    NumberList.requireEnd(in, "HelloVerifyRequest");
    return new HelloVerifyRequest(version, cookie);
  }

  /** The body. */
  public byte[] encode() {
    return ByteWriter.growing().u16(version).u8(cookie.length).bytes(cookie).toByteArray();
  }
}
