package io.webrtc4j.jsep;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.FingerprintAttribute;
import io.webrtc4j.sdp.IceLiteAttribute;
import io.webrtc4j.sdp.IceOptionsAttribute;
import io.webrtc4j.sdp.IcePwdAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;
import io.webrtc4j.sdp.TlsIdAttribute;
import java.util.List;
import java.util.Optional;

/**
 * What a peer's description says of its end of one transport.
 *
 * @param credentials its ICE credentials
 * @param iceLite whether its agent is a lite one
 * @param fingerprints of the certificate that it will show
 * @param setup which DTLS role it offers or takes, if it says
 * @param tlsId the name of the DTLS association, if it has one (RFC 8842 §4)
 * @param candidates those in the description
 * @param endOfCandidates whether none will follow
 */
record RemoteEnd(
    IceCredentials credentials,
    boolean iceLite,
    List<DtlsFingerprint> fingerprints,
    Optional<Setup> setup,
    Optional<String> tlsId,
    List<CandidateAttribute> candidates,
    boolean endOfCandidates) {

  static RemoteEnd read(TransportLines lines) throws NegotiationException {
    return new Reader(lines).read();
  }

  /** The same with the name that the DTLS association had, unless it says one. */
  RemoteEnd keepingTlsId(RemoteEnd before) {
    return new RemoteEnd(
        credentials,
        iceLite,
        fingerprints,
        setup,
        tlsId.or(before::tlsId),
        candidates,
        endOfCandidates);
  }

  /** The same with what the lines say of candidates by now. */
  RemoteEnd withCandidates(TransportLines lines) {
    return new RemoteEnd(
        credentials,
        iceLite,
        fingerprints,
        setup,
        tlsId,
        lines.candidates(),
        endOfCandidates || lines.isEnded());
  }

  /** Reads the lines of a transport. */
  private record Reader(TransportLines lines) {

    RemoteEnd read() throws NegotiationException {
      boolean trickles =
          lines.attributes(IceOptionsAttribute.class).stream()
              .anyMatch(options -> options.options().contains(IceOptionsAttribute.TRICKLE));
      // RFC 8840 §4.4: without trickling, what the description has is all there will be.
      boolean complete = lines.isEnded() || !trickles;
      return new RemoteEnd(
          credentials(),
          lines.sections().session().has(IceLiteAttribute.class),
          fingerprints(),
          setup(),
          first(TlsIdAttribute.class).map(TlsIdAttribute::tlsId),
          lines.candidates(),
          complete);
    }

    private Optional<Setup> setup() throws NegotiationException {
      Optional<Setup> setup = first(SetupAttribute.class).map(SetupAttribute::setup);
      if (setup.isPresent() && setup.get() == Setup.HOLDCONN) {
        throw invalid("says a=setup:holdconn, which WebRTC does not use");
      }
      return setup;
    }

    private IceCredentials credentials() throws NegotiationException {
      Optional<String> ufrag = first(IceUfragAttribute.class).map(IceUfragAttribute::ufrag);
      Optional<String> pwd = first(IcePwdAttribute.class).map(IcePwdAttribute::password);
      if (ufrag.isEmpty() || pwd.isEmpty()) {
        throw invalid("has no a=ice-ufrag and a=ice-pwd");
      }
      try {
        return new IceCredentials(ufrag.get(), pwd.get());
      } catch (IllegalArgumentException e) {
        throw invalid("is wrong: " + e.getMessage());
      }
    }

    private List<DtlsFingerprint> fingerprints() throws NegotiationException {
      List<FingerprintAttribute> attributes = lines.attributes(FingerprintAttribute.class);
      if (attributes.isEmpty()) {
        throw invalid("has no a=fingerprint");
      }
      try {
        List<DtlsFingerprint> fingerprints =
            attributes.stream()
                .map(each -> new DtlsFingerprint(each.algorithm(), each.digest()))
                .toList();
        if (fingerprints.stream().noneMatch(DtlsFingerprint::isSupported)) {
          throw invalid("has no a=fingerprint by SHA-256, SHA-384 or SHA-512");
        }
        return fingerprints;
      } catch (IllegalArgumentException e) {
        throw invalid("is wrong: " + e.getMessage());
      }
    }

    private <A extends Attribute> Optional<A> first(Class<A> type) {
      return lines.attribute(type);
    }

    private NegotiationException invalid(String what) {
      int index = lines.tagged();
      return new NegotiationException(
          Kind.INVALID_ACCESS,
          "media section " + index + " (" + lines.sections().get(index).media() + ") " + what);
    }
  }
}
