package io.webrtc4j.dtls.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Makes the smallest X.509 certificate that peers take: version 3, no extensions, self-signed. */
public final class SelfSignedCertificate {
  // The name means nothing (RFC 8827 §6.5); this one tells nothing about who uses it either.
  private static final X500Name NAME = new X500Name("CN=WebRTC");
  private static final AlgorithmIdentifier ECDSA_WITH_SHA256 =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  private static final AlgorithmIdentifier RSA_WITH_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
  private static final int SERIAL_SIZE = 16;

  private SelfSignedCertificate() {}

  /** A certificate for {@code key} in DER, valid between the two times, in whole seconds. */
  public static byte[] encode(
      SigningKey key, RandomGenerator random, Instant notBefore, Instant notAfter) {
    boolean rsa = key.type() == CertificateType.RSA_SIGN;
    AlgorithmIdentifier algorithm = rsa ? RSA_WITH_SHA256 : ECDSA_WITH_SHA256;
    SignatureScheme scheme =
        rsa ? SignatureScheme.RSA_PKCS1_SHA256 : SignatureScheme.ECDSA_SECP256R1_SHA256;
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(serialNumber(random)));
    generator.setSignature(algorithm);
    generator.setIssuer(NAME);
    generator.setSubject(NAME);
    generator.setStartDate(new Time(Date.from(notBefore)));
    generator.setEndDate(new Time(Date.from(notAfter)));
    generator.setSubjectPublicKeyInfo(key.publicKey());
    TBSCertificate content = generator.generateTBSCertificate();
    try {
      byte[] signature = key.sign(scheme, content.getEncoded(ASN1Encoding.DER));
      return new DERSequence(new ASN1Encodable[] {content, algorithm, new DERBitString(signature)})
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("encoding into memory does not fail", e);
    }
  }

  // RFC 5280 §4.1.2.2: positive, at most 20 bytes.
  private static BigInteger serialNumber(RandomGenerator random) {
    byte[] bytes = new byte[SERIAL_SIZE];
    random.nextBytes(bytes);
    return new BigInteger(1, bytes).max(BigInteger.ONE);
  }
}
