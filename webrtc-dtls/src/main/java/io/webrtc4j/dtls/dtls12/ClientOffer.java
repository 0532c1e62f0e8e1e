package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.CipherSuite;
import io.webrtc4j.dtls.crypto.NamedGroup;
import io.webrtc4j.dtls.crypto.SignatureScheme;
import io.webrtc4j.dtls.extension.EcPointFormats;
import io.webrtc4j.dtls.extension.ExtensionType;
import io.webrtc4j.dtls.extension.Extensions;
import io.webrtc4j.dtls.extension.RenegotiationInfo;
import io.webrtc4j.dtls.extension.SignatureAlgorithms;
import io.webrtc4j.dtls.extension.SupportedGroups;
import io.webrtc4j.dtls.extension.UseSrtp;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.handshake.ServerHello;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;
import io.webrtc4j.dtls.record.ProtocolVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What our ClientHello offers, and whether a ServerHello keeps to it. */
final class ClientOffer {
  private static final byte[] EMPTY = {};
  private static final int NO_COMPRESSION = 0;

  private ClientOffer() {}

  /** The first ClientHello, without a cookie. */
  static ClientHello hello(HandshakeContext context) {
    byte[] random = new byte[ClientHello.RANDOM_LENGTH];
    context.random().nextBytes(random);
    return new ClientHello(
        ProtocolVersion.DTLS_1_2,
        random,
        EMPTY,
        EMPTY,
        CipherSuite.codes(),
        List.of(NO_COMPRESSION),
        extensions(context.settings().srtpProfiles()));
  }

  private static Extensions extensions(List<Integer> srtpProfiles) {
    Extensions extensions =
        new Extensions()
            .with(ExtensionType.EXTENDED_MASTER_SECRET, EMPTY)
            .with(ExtensionType.RENEGOTIATION_INFO, RenegotiationInfo.encodeEmpty())
            .with(ExtensionType.SUPPORTED_GROUPS, new SupportedGroups(NamedGroup.codes()).encode())
            .with(
                ExtensionType.EC_POINT_FORMATS,
                new EcPointFormats(List.of(EcPointFormats.UNCOMPRESSED)).encode())
            .with(
                ExtensionType.SIGNATURE_ALGORITHMS,
                new SignatureAlgorithms(SignatureScheme.codes()).encode());
    return srtpProfiles.isEmpty()
        ? extensions
        : extensions.with(ExtensionType.USE_SRTP, new UseSrtp(srtpProfiles).encode());
  }

  /** What both hellos agree on (RFC 5246 §7.4.1.3). */
  static Agreement agree(ClientHello offer, ServerHello answer)
      throws DecodeException, FatalAlertException {
    if (answer.version() != ProtocolVersion.DTLS_1_2) {
      throw new FatalAlertException(
          AlertDescription.PROTOCOL_VERSION,
          "ServerHello: expected version fefd, came " + ProtocolVersion.toString(answer.version()));
    }
    for (int type : answer.extensions().types()) {
      if (!offer.extensions().contains(type)) {
        throw new FatalAlertException(
            AlertDescription.UNSUPPORTED_EXTENSION,
            "ServerHello: answers extension " + type + ", which was not offered");
      }
    }
    CipherSuite suite = CipherSuite.of(answer.cipherSuite());
    if (suite == null || answer.compressionMethod() != NO_COMPRESSION) {
      throw new FatalAlertException(
          AlertDescription.ILLEGAL_PARAMETER,
          String.format(
              "ServerHello: expected an offered cipher suite without compression, came %04x"
                  + " with method %d",
              answer.cipherSuite(), answer.compressionMethod()));
    }
    checkRenegotiationInfo(answer.extensions());
    return new Agreement(
        suite,
        offer.random(),
        answer.random(),
        answer.extensions().contains(ExtensionType.EXTENDED_MASTER_SECRET),
        srtpProfile(offer.extensions(), answer.extensions()));
  }

  // RFC 5746 §3.4: it may be missing; if it is there it must be empty.
  private static void checkRenegotiationInfo(Extensions extensions) throws FatalAlertException {
    byte[] content = extensions.content(ExtensionType.RENEGOTIATION_INFO);
    if (content != null && !RenegotiationInfo.isEmpty(content)) {
      throw new FatalAlertException(
          AlertDescription.HANDSHAKE_FAILURE,
          "ServerHello: expected an empty renegotiation_info, came " + content.length + " bytes");
    }
  }

  // RFC 5764 §4.1.1: exactly one, of those offered.
  private static @Nullable Integer srtpProfile(Extensions offer, Extensions answer)
      throws DecodeException, FatalAlertException {
    byte[] offered = offer.content(ExtensionType.USE_SRTP);
    byte[] answered = answer.content(ExtensionType.USE_SRTP);
    if (answered == null || offered == null) {
      return null;
    }
    List<Integer> profiles = UseSrtp.parse(answered).profiles();
    if (profiles.size() != 1 || !UseSrtp.parse(offered).profiles().contains(profiles.get(0))) {
      throw new FatalAlertException(
          AlertDescription.ILLEGAL_PARAMETER,
          "ServerHello: expected one of the offered SRTP profiles, came " + profiles);
    }
    return profiles.get(0);
  }
}
