package io.webrtc4j.session.jsep;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.FingerprintAttribute;
import io.webrtc4j.sdp.IceLiteAttribute;
import io.webrtc4j.sdp.IceOptionsAttribute;
import io.webrtc4j.sdp.IcePwdAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.MaxMessageSizeAttribute;
import io.webrtc4j.sdp.SctpPortAttribute;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;
import io.webrtc4j.session.jsep.NegotiationException.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What a peer's description says of the transport of its data channels.
 *
 * @param credentials its ICE credentials
 * @param iceLite whether its agent is a lite one
 * @param fingerprints of the certificate that it will show
 * @param setup which DTLS role it offers or takes, if it says
 * @param sctpPort its SCTP port
 * @param maxMessageSize the largest message that it takes, in bytes; 0 for any
 * @param candidates those in the description
 * @param endOfCandidates whether none will follow
 */
public record RemoteEnd(
    IceCredentials credentials,
    boolean iceLite,
    List<DtlsFingerprint> fingerprints,
    Optional<Setup> setup,
    int sctpPort,
    long maxMessageSize,
    List<CandidateAttribute> candidates,
    boolean endOfCandidates) {
  private static final int DEFAULT_SCTP_PORT = 5000;
  private static final String TRICKLE = "trickle";

  /** The end that {@code session} describes, if it has a section for data that is not rejected. */
  static Optional<RemoteEnd> of(SessionDescription session) throws NegotiationException {
    Optional<DataTransport> transport = DataTransport.of(session);
    return transport.isPresent()
        ? Optional.of(new Reader(session, transport.get()).read())
        : Optional.empty();
  }

  /** The largest message that the describer of {@code section} takes, in bytes; 0 for any. */
  static long maxMessageSize(DataSection section) {
    return section
        .media()
        .attribute(MaxMessageSizeAttribute.class)
        .map(MaxMessageSizeAttribute::bytes)
        .orElse(MaxMessageSizeAttribute.DEFAULT_BYTES);
  }

  /** Reads what is said of the transport of the data section. */
  private record Reader(SessionDescription session, DataTransport transport) {

    RemoteEnd read() throws NegotiationException {
      boolean trickles =
          first(IceOptionsAttribute.class)
              .map(options -> options.options().contains(TRICKLE))
              .orElse(false);
      // RFC 8840 §4.4: without trickling, what the description has is all there will be.
      boolean complete = transport.isEnded() || !trickles;
      return new RemoteEnd(
          credentials(),
          session.has(IceLiteAttribute.class),
          fingerprints(),
          first(SetupAttribute.class).map(SetupAttribute::setup),
          sctpPort(),
          maxMessageSize(transport.data()),
          transport.candidates(),
          complete);
    }

    private int sctpPort() throws NegotiationException {
      int port =
          own(SctpPortAttribute.class)
              .map(SctpPortAttribute::port)
              .orElse(DataSection.draftPort(transport.data().media()).orElse(DEFAULT_SCTP_PORT));
      if (port == 0) {
        // RFC 8841 §10.5: it ends the association and keeps DTLS, which no browser does.
        throw new NegotiationException(
            Kind.OPERATION,
            where()
                + " has a=sctp-port:0, which ends the association and keeps its transport; this"
                + " version cannot do that: reject the section with port 0, or close");
      }
      return port;
    }

    private IceCredentials credentials() throws NegotiationException {
      Optional<String> ufrag = first(IceUfragAttribute.class).map(IceUfragAttribute::ufrag);
      Optional<String> pwd = first(IcePwdAttribute.class).map(IcePwdAttribute::password);
      if (ufrag.isEmpty() || pwd.isEmpty()) {
        throw lacks("a=ice-ufrag and a=ice-pwd");
      }
      try {
        return new IceCredentials(ufrag.get(), pwd.get());
      } catch (IllegalArgumentException e) {
        throw new NegotiationException(Kind.INVALID_ACCESS, where() + ": " + e.getMessage());
      }
    }

    private List<DtlsFingerprint> fingerprints() throws NegotiationException {
      List<FingerprintAttribute> attributes = transport.attributes(FingerprintAttribute.class);
      if (attributes.isEmpty()) {
        throw lacks("a=fingerprint");
      }
      try {
        List<DtlsFingerprint> fingerprints =
            attributes.stream()
                .map(each -> new DtlsFingerprint(each.algorithm(), each.digest()))
                .toList();
        if (fingerprints.stream().noneMatch(DtlsFingerprint::isSupported)) {
          throw lacks("a=fingerprint by SHA-256, SHA-384 or SHA-512");
        }
        return fingerprints;
      } catch (IllegalArgumentException e) {
        throw new NegotiationException(Kind.INVALID_ACCESS, where() + ": " + e.getMessage());
      }
    }

    private <A extends Attribute> Optional<A> first(Class<A> type) {
      return transport.attribute(type);
    }

    private <A extends Attribute> Optional<A> own(Class<A> type) {
      return transport.data().media().attribute(type);
    }

    private NegotiationException lacks(String what) {
      return new NegotiationException(Kind.INVALID_ACCESS, where() + " has no " + what);
    }

    private String where() {
      return "media section " + transport.data().index() + " (application)";
    }
  }
}
