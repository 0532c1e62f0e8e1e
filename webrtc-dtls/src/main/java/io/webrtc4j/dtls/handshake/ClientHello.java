package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.extension.Extensions;
import io.webrtc4j.dtls.extension.NumberList;
import java.util.List;

/**
 * ClientHello (RFC 5246 §7.4.1.2, RFC 6347 §4.2.1).
 *
 * @param version the newest version that the client speaks, without regard to extensions
 * @param random 32 bytes
 * @param sessionId of a session to resume; empty here
 * @param cookie of a HelloVerifyRequest, or empty
 * @param cipherSuites numbers of suites, best first
 * @param compressionMethods numbers of methods; 0, which is none, must be among them
 * @param extensions the rest
 */
// Nothing compares messages; they are read and hashed as bytes.
@SuppressWarnings("ArrayRecordComponent")
public record ClientHello(
    int version,
    byte[] random,
    byte[] sessionId,
    byte[] cookie,
    List<Integer> cipherSuites,
    List<Integer> compressionMethods,
    Extensions extensions) {
  /** Bytes of a hello's random. */
  public static final int RANDOM_LENGTH = 32;

  static final int MAX_SESSION_ID = 32;

  /** Reads the body. */
  public static ClientHello parse(byte[] body) throws DecodeException {
    ByteReader in = new ByteReader(body);
    int version = in.u16();
    byte[] random = in.bytes(RANDOM_LENGTH);
    byte[] sessionId = sessionId(in);
    byte[] cookie = in.bytes(in.u8());
    List<Integer> cipherSuites = NumberList.parse16(in);
    List<Integer> compressionMethods = NumberList.parse8(in);
    Extensions extensions = Extensions.parse(in);
    NumberList.requireEnd(in, "ClientHello");
    return new ClientHello(
        version, random, sessionId, cookie, cipherSuites, compressionMethods, extensions);
  }

  /** The body. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing().u16(version).bytes(random);
    out.u8(sessionId.length).bytes(sessionId).u8(cookie.length).bytes(cookie);
    NumberList.write16(out, cipherSuites);
    NumberList.write8(out, compressionMethods);
    extensions.write(out);
    return out.toByteArray();
  }

  /** The same hello with the cookie that the server asked for (RFC 6347 §4.2.1). */
  public ClientHello withCookie(byte[] cookie) {
    return new ClientHello(
        version, random, sessionId, cookie, cipherSuites, compressionMethods, extensions);
  }

  static byte[] sessionId(ByteReader in) throws DecodeException {
    int length = in.u8();
    if (length > MAX_SESSION_ID) {
      throw new DecodeException("a session id has at most 32 bytes, not " + length);
    }
    return in.bytes(length);
  }
}
