package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.extension.NumberList;

/**
 * ServerKeyExchange with an ephemeral key on a named group (RFC 8422 §5.4).
 *
 * @param group number of the group
 * @param publicKey the server's half
 * @param signatureScheme number of the scheme
 * @param signature of {@link #signedContent}
 */
// Nothing compares messages; they are read and hashed as bytes.
@SuppressWarnings("ArrayRecordComponent")
public record ServerKeyExchange(
    int group, byte[] publicKey, int signatureScheme, byte[] signature) {
  private static final int NAMED_CURVE = 3;

  /** Reads the body. */
  public static ServerKeyExchange parse(byte[] body) throws DecodeException {
    ByteReader in = new ByteReader(body);
    int curveType = in.u8();
    if (curveType != NAMED_CURVE) {
      throw new DecodeException("curve type " + curveType + " is not named_curve");
    }
    int group = in.u16();
    byte[] publicKey = in.bytes(in.u8());
    int signatureScheme = in.u16();
    byte[] signature = in.bytes(in.u16());
    NumberList.requireEnd(in, "ServerKeyExchange");
    return new ServerKeyExchange(group, publicKey, signatureScheme, signature);
  }

  /** The body. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing();
    writeParameters(out, group, publicKey);
    return out.u16(signatureScheme).u16(signature.length).bytes(signature).toByteArray();
  }

  /** What the server signs: both randoms and its half of the key exchange. */
  public static byte[] signedContent(
      byte[] clientRandom, byte[] serverRandom, int group, byte[] publicKey) {
    ByteWriter out = ByteWriter.growing().bytes(clientRandom).bytes(serverRandom);
    writeParameters(out, group, publicKey);
    return out.toByteArray();
  }

  private static void writeParameters(ByteWriter out, int group, byte[] publicKey) {
    out.u8(NAMED_CURVE).u16(group).u8(publicKey.length).bytes(publicKey);
  }
}
