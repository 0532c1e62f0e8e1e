package io.webrtc4j.session.jsep;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.session.jsep.NegotiationException.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A transport that was agreed on is kept as it is: ICE restarts (RFC 9429 §5.8) and new DTLS or
 * SCTP associations (RFC 8842 §5, RFC 8841 §10.5) cannot be had yet. Better said than broken.
 */
final class SameTransport {
  private SameTransport() {}

  static void check(RemoteEnd now, Agreement agreed) throws NegotiationException {
    RemoteEnd before = agreed.remote();
    if (!now.credentials().equals(before.credentials())) {
      throw change("restarts ICE (a=ice-ufrag changed)");
    }
    if (!set(now.fingerprints()).equals(set(before.fingerprints()))) {
      throw change("begins a new DTLS association (a=fingerprint changed)");
    }
    // RFC 8842 §5.5: a role that changes asks for a new association.
    Setup theirs = agreed.dtlsRole() == DtlsRole.CLIENT ? Setup.PASSIVE : Setup.ACTIVE;
    Setup other = theirs == Setup.ACTIVE ? Setup.PASSIVE : Setup.ACTIVE;
    if (now.setup().filter(other::equals).isPresent()) {
      throw change("begins a new DTLS association (a=setup is " + other + ", was " + theirs + ")");
    }
    if (now.sctpPort() != before.sctpPort()) {
      throw change("begins a new SCTP association (a=sctp-port changed)");
    }
  }

  private static Set<DtlsFingerprint> set(List<DtlsFingerprint> fingerprints) {
    return new HashSet<>(fingerprints);
  }

  private static NegotiationException change(String what) {
    return new NegotiationException(
        Kind.OPERATION,
        "the peer " + what + ", which this version cannot do yet: make a new connection");
  }
}
