package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.extension.Extensions;
import io.webrtc4j.dtls.extension.NumberList;

/**
 * ServerHello (RFC 5246 §7.4.1.3).
 *
 * @param version the version of this connection
 * @param random 32 bytes
 * @param sessionId empty if the session cannot be resumed
 * @param cipherSuite the suite of this connection
 * @param compressionMethod 0
 * @param extensions answers to those of the client
 */
// Nothing compares messages; they are read and hashed as bytes.
@SuppressWarnings("ArrayRecordComponent")
public record ServerHello(
    int version,
    byte[] random,
    byte[] sessionId,
    int cipherSuite,
    int compressionMethod,
    Extensions extensions) {

  /** Reads the body. */
  public static ServerHello parse(byte[] body) throws DecodeException {
    ByteReader in = new ByteReader(body);
    int version = in.u16();
    byte[] random = in.bytes(ClientHello.RANDOM_LENGTH);
    byte[] sessionId = ClientHello.sessionId(in);
    int cipherSuite = in.u16();
    int compressionMethod = in.u8();
    Extensions extensions = Extensions.parse(in);
    NumberList.requireEnd(in, "ServerHello");
    return new ServerHello(version, random, sessionId, cipherSuite, compressionMethod, extensions);
  }

  /** The body. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing().u16(version).bytes(random);
    out.u8(sessionId.length).bytes(sessionId).u16(cipherSuite).u8(compressionMethod);
    extensions.write(out);
    return out.toByteArray();
  }
}
