package io.webrtc4j.dtls.extension;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * The signatures that the client can verify, best first (RFC 5246 §7.4.1.4.1).
 *
 * @param schemes numbers of signature schemes, known here or not
 */
public record SignatureAlgorithms(List<Integer> schemes) {
  /** Reads the extension's content. */
  public static SignatureAlgorithms parse(byte[] content) throws DecodeException {
    ByteReader in = new ByteReader(content);
    List<Integer> schemes = NumberList.parse16(in);
    NumberList.requireEnd(in, "signature_algorithms");
    return new SignatureAlgorithms(schemes);
  }

  /** The extension's content. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing();
    NumberList.write16(out, schemes);
    return out.toByteArray();
  }
}
