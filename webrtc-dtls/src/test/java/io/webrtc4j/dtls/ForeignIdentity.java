package io.webrtc4j.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A certificate for opponents, made by the JDK and not by our code: ECDSA on P-256. */
final class ForeignIdentity {
  private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

  final byte[] certificate;
  final byte[] pkcs8;

  ForeignIdentity() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      pkcs8 = pair.getPrivate().getEncoded();
      certificate = selfSigned(pair);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] selfSigned(KeyPair pair) throws GeneralSecurityException, IOException {
    AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    X500Name name = new X500Name("CN=opponent");
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(BigInteger.TEN));
    generator.setSignature(algorithm);
    generator.setIssuer(name);
    generator.setSubject(name);
    generator.setStartDate(new Time(new DERUTCTime("200101000000Z")));
    generator.setEndDate(new Time(new DERUTCTime("490101000000Z")));
    generator.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    ASN1Encodable content = generator.generateTBSCertificate();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(content.toASN1Primitive().getEncoded("DER"));
    return new DERSequence(
            new ASN1Encodable[] {content, algorithm, new DERBitString(signature.sign())})
        .getEncoded("DER");
  }

  DtlsFingerprint fingerprint() {
    return DtlsFingerprint.of("sha-256", certificate);
  }

  /** Key and certificate in one file, as OpenSSL's tools take them. */
  void writePem(Path file) throws IOException {
    Files.writeString(file, pem("PRIVATE KEY", pkcs8) + pem("CERTIFICATE", certificate));
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + PEM.encodeToString(der)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
