package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.extension.NumberList;

/**
 * CertificateVerify (RFC 5246 §7.4.8): the client owns its certificate's key.
 *
 * @param signatureScheme number of the scheme
 * @param signature of all messages before this one
 */
// Nothing compares messages; they are read and hashed as bytes.
@SuppressWarnings("ArrayRecordComponent")
public record CertificateVerify(int signatureScheme, byte[] signature) {

  /** Reads the body. */
  public static CertificateVerify parse(byte[] body) throws DecodeException {
    ByteReader in = new ByteReader(body);
    int signatureScheme = in.u16();
    byte[] signature = in.bytes(in.u16());
    NumberList.requireEnd(in, "CertificateVerify");
    return new CertificateVerify(signatureScheme, signature);
  }

  /** The body. */
  public byte[] encode() {
    return ByteWriter.growing()
        .u16(signatureScheme)
        .u16(signature.length)
        .bytes(signature)
        .toByteArray();
  }
}
