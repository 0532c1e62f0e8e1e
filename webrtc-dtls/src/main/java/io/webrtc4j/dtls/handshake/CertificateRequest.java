package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.extension.NumberList;
import java.util.List;

/**
 * CertificateRequest (RFC 5246 §7.4.4). The names of authorities are read and not kept: nobody
 * signs WebRTC's certificates.
 *
 * @param certificateTypes numbers of the kinds of certificates that will do
 * @param signatureSchemes numbers of the schemes that the server can verify, best first
 */
public record CertificateRequest(List<Integer> certificateTypes, List<Integer> signatureSchemes) {

  /** Reads the body. */
  public static CertificateRequest parse(byte[] body) throws DecodeException {
    ByteReader in = new ByteReader(body);
    List<Integer> certificateTypes = NumberList.parse8(in);
    List<Integer> signatureSchemes = NumberList.parse16(in);
    in.skip(in.u16());
    NumberList.requireEnd(in, "CertificateRequest");
    return new CertificateRequest(certificateTypes, signatureSchemes);
  }

  /** The body. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing();
    NumberList.write8(out, certificateTypes);
    NumberList.write16(out, signatureSchemes);
    return out.u16(0).toByteArray();
  }
}
