package io.webrtc4j.jsep;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.Setup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A transport that was agreed on keeps its DTLS association, also when ICE restarts: a new one on
 * the same transport (RFC 8842 §5) cannot be had. Better said than broken.
 */
final class SameTransport {
  private SameTransport() {}

  static void check(RemoteEnd now, Transport.Agreed agreed) throws NegotiationException {
    RemoteEnd before = agreed.remote();
    if (!set(now.fingerprints()).equals(set(before.fingerprints()))) {
      throw change("begins a new DTLS association (a=fingerprint changed)");
    }
    // RFC 8842 §5.3: our descriptions have none, so an answer to ours has none either.
    if (now.tlsId().isPresent()
        && before.tlsId().isPresent()
        && !now.tlsId().equals(before.tlsId())) {
      throw change("begins a new DTLS association (a=tls-id changed)");
    }
    if (!now.credentials().equals(before.credentials())) {
      return; // Firefox answers a restart as active, whatever it was, and goes on as it was.
    }
    // RFC 8842 §5.5: a role that changes asks for a new association.
    Setup theirs = agreed.dtlsRole() == DtlsRole.CLIENT ? Setup.PASSIVE : Setup.ACTIVE;
    Setup other = theirs == Setup.ACTIVE ? Setup.PASSIVE : Setup.ACTIVE;
    if (now.setup().filter(other::equals).isPresent()) {
      throw change("begins a new DTLS association (a=setup is " + other + ", was " + theirs + ")");
    }
  }

  /** RFC 8841 §10.5: another port asks for another SCTP association. */
  static void checkPort(int port, Transport.Agreed agreed) throws NegotiationException {
    if (agreed.data() != null && agreed.data().remotePort() != port) {
      throw change("begins a new SCTP association (a=sctp-port changed)");
    }
  }

  private static Set<DtlsFingerprint> set(List<DtlsFingerprint> fingerprints) {
    return new HashSet<>(fingerprints);
  }

  private static NegotiationException change(String what) {
    return new NegotiationException(
        Kind.OPERATION, "the peer " + what + ", which cannot be done: make a new connection");
  }
}
