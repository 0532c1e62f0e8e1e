package io.webrtc4j.dtls.crypto;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Certificates with keys that nobody should take, signed by nobody. */
public final class ForgedCertificate {
  private static final AlgorithmIdentifier RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

  private ForgedCertificate() {}

  /** With an RSA key of any numbers. */
  public static byte[] rsa(BigInteger modulus, BigInteger exponent) {
    try {
      return of(new SubjectPublicKeyInfo(RSA, new RSAPublicKey(modulus, exponent)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** With any key. */
  public static byte[] of(SubjectPublicKeyInfo key) {
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.ONE));
    generator.setSignature(RSA);
    generator.setIssuer(new X500Name("CN=forged"));
    generator.setSubject(new X500Name("CN=forged"));
    generator.setStartDate(new Time(new DERUTCTime("200101000000Z")));
    generator.setEndDate(new Time(new DERUTCTime("490101000000Z")));
    generator.setSubjectPublicKeyInfo(key);
    ASN1Encodable[] parts = {
      generator.generateTBSCertificate(), RSA, new DERBitString(new byte[256])
    };
    try {
      return new DERSequence(parts).getEncoded("DER");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
