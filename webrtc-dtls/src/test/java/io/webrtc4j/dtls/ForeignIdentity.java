package io.webrtc4j.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Certificates for opponents, made by the JDK and not by our code. */
@SuppressWarnings("ImmutableEnumChecker") // Nobody changes the arrays.
enum ForeignIdentity {
  ECDSA_P256("EC", new ECGenParameterSpec("secp256r1"), "SHA256withECDSA"),
  ECDSA_P384("EC", new ECGenParameterSpec("secp384r1"), "SHA256withECDSA"),
  RSA_2048("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), "SHA256withRSA");

  private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

  final byte[] certificate;
  final byte[] pkcs8;

  ForeignIdentity(String keys, AlgorithmParameterSpec parameters, String signature) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
      generator.initialize(parameters);
      KeyPair pair = generator.generateKeyPair();
      pkcs8 = pair.getPrivate().getEncoded();
      certificate = selfSigned(pair, signature);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isRsa() {
    return this == RSA_2048;
  }

  /** A certificate of ours with the same kind of key. */
  DtlsCertificate likewise() {
    return isRsa() ? Pair.Rsa.CERTIFICATE : Pair.CLIENT_CERTIFICATE;
  }

  private static byte[] selfSigned(KeyPair pair, String signatureAlgorithm)
      throws GeneralSecurityException, IOException {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(
            signatureAlgorithm.endsWith("RSA")
                ? PKCSObjectIdentifiers.sha256WithRSAEncryption
                : X9ObjectIdentifiers.ecdsa_with_SHA256);
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
    Signature signature = Signature.getInstance(signatureAlgorithm);
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
