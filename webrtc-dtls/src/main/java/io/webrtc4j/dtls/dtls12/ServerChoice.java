package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.CipherSuite;
import io.webrtc4j.dtls.crypto.NamedGroup;
import io.webrtc4j.dtls.crypto.SignatureScheme;
import io.webrtc4j.dtls.extension.EcPointFormats;
import io.webrtc4j.dtls.extension.ExtensionType;
import io.webrtc4j.dtls.extension.Extensions;
import io.webrtc4j.dtls.extension.SignatureAlgorithms;
import io.webrtc4j.dtls.extension.SupportedGroups;
import io.webrtc4j.dtls.extension.SupportedVersions;
import io.webrtc4j.dtls.extension.UseSrtp;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;
import io.webrtc4j.dtls.record.ProtocolVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server takes of a ClientHello's offers.
 *
 * @param suite the cipher suite
 * @param group of the key exchange
 * @param scheme that we sign with
 * @param srtpProfile number of the SRTP protection profile, or null
 */
record ServerChoice(
    CipherSuite suite, NamedGroup group, SignatureScheme scheme, @Nullable Integer srtpProfile) {
  private static final int NO_COMPRESSION = 0;

  /** Chooses by our preferences, in each table the first that the client offers. */
  static ServerChoice of(ClientHello hello, HandshakeSettings settings)
      throws DecodeException, FatalAlertException {
    checkVersion(hello);
    checkForms(hello);
    SignatureScheme scheme = scheme(hello.extensions(), settings);
    return new ServerChoice(
        suite(hello, scheme),
        group(hello.extensions()),
        scheme,
        srtpProfile(hello.extensions(), settings));
  }

  // RFC 8446 §4.2.1: where the list of versions is, it alone counts. One that also names DTLS 1.3
  // is answered with 1.2; who does not speak 1.3 needs no sentinel against downgrades (§4.1.3).
  private static void checkVersion(ClientHello hello) throws DecodeException, FatalAlertException {
    byte[] versions = hello.extensions().content(ExtensionType.SUPPORTED_VERSIONS);
    boolean offered =
        versions == null
            // Newer versions are smaller numbers.
            ? ProtocolVersion.isDtls(hello.version()) && hello.version() <= ProtocolVersion.DTLS_1_2
            : SupportedVersions.parse(versions).versions().contains(ProtocolVersion.DTLS_1_2);
    if (!offered) {
      throw new FatalAlertException(
          AlertDescription.PROTOCOL_VERSION,
          "ClientHello: expected DTLS 1.2 among its versions, came "
              + ProtocolVersion.toString(hello.version()));
    }
  }

  private static void checkForms(ClientHello hello) throws DecodeException, FatalAlertException {
    if (!hello.compressionMethods().contains(NO_COMPRESSION)) {
      throw new FatalAlertException(
          AlertDescription.ILLEGAL_PARAMETER, "ClientHello: does not offer to go uncompressed");
    }
    // RFC 8422 §5.1.2
    byte[] formats = hello.extensions().content(ExtensionType.EC_POINT_FORMATS);
    if (formats != null
        && !EcPointFormats.parse(formats).formats().contains(EcPointFormats.UNCOMPRESSED)) {
      throw new FatalAlertException(
          AlertDescription.ILLEGAL_PARAMETER, "ClientHello: does not take uncompressed points");
    }
  }

  // RFC 5246 §7.4.1.4.1: who says nothing means SHA-1, which is not done here.
  private static SignatureScheme scheme(Extensions extensions, HandshakeSettings settings)
      throws DecodeException, FatalAlertException {
    byte[] content = extensions.content(ExtensionType.SIGNATURE_ALGORITHMS);
    List<Integer> offered =
        content == null ? List.of() : SignatureAlgorithms.parse(content).schemes();
    for (SignatureScheme scheme : SignatureScheme.values()) {
      if (settings.key().fits(scheme) && offered.contains(scheme.code())) {
        return scheme;
      }
    }
    throw nothingInCommon("signature scheme", offered);
  }

  private static CipherSuite suite(ClientHello hello, SignatureScheme scheme)
      throws FatalAlertException {
    for (CipherSuite suite : CipherSuite.values()) {
      if (suite.certificateType() == scheme.certificateType()
          && hello.cipherSuites().contains(suite.code())) {
        return suite;
      }
    }
    throw nothingInCommon("cipher suite", hello.cipherSuites());
  }

  // RFC 8422 §4: without the extension the server may choose; every such client has P-256.
  private static NamedGroup group(Extensions extensions)
      throws DecodeException, FatalAlertException {
    byte[] content = extensions.content(ExtensionType.SUPPORTED_GROUPS);
    if (content == null) {
      return NamedGroup.SECP256R1;
    }
    List<Integer> offered = SupportedGroups.parse(content).groups();
    for (NamedGroup group : NamedGroup.values()) {
      if (offered.contains(group.code())) {
        return group;
      }
    }
    throw nothingInCommon("group", offered);
  }

  private static @Nullable Integer srtpProfile(Extensions extensions, HandshakeSettings settings)
      throws DecodeException {
    byte[] content = extensions.content(ExtensionType.USE_SRTP);
    if (content == null) {
      return null;
    }
    List<Integer> offered = UseSrtp.parse(content).profiles();
    return settings.srtpProfiles().stream().filter(offered::contains).findFirst().orElse(null);
  }

  private static FatalAlertException nothingInCommon(String what, List<Integer> offered) {
    List<String> numbers = offered.stream().map(number -> String.format("%04x", number)).toList();
    return new FatalAlertException(
        AlertDescription.HANDSHAKE_FAILURE,
        "ClientHello: expected a " + what + " that we have, came " + numbers);
  }
}
