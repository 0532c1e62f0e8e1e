package io.webrtc4j.jsep;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.session.DataPlan;
import io.webrtc4j.session.RemotePlan;
import io.webrtc4j.session.TransportPlan;
import org.jspecify.annotations.Nullable;

/**
 * A transport as the descriptions know it.
 *
 * @param id never used again for another
 * @param local our ICE credentials in our latest description
 * @param controlling our ICE role, which stays
 * @param bundle whether its sections are in a bundle, if that was agreed
 * @param agreed what the peer and we agreed on; null before that
 */
record Transport(
    int id, IceCredentials local, boolean controlling, boolean bundle, @Nullable Agreed agreed) {

  /**
   * What was agreed.
   *
   * @param remote the peer's end
   * @param dtlsRole ours
   * @param tagged the section that stands for the transport in the peer's description
   * @param data the association for data channels, if this transport carries it
   */
  record Agreed(RemoteEnd remote, DtlsRole dtlsRole, int tagged, @Nullable DataPlan data) {
    Agreed withRemote(RemoteEnd remote) {
      return new Agreed(remote, dtlsRole, tagged, data);
    }

    Agreed withoutData() {
      return new Agreed(remote, dtlsRole, tagged, null);
    }
  }

  Transport withLocal(IceCredentials local) {
    return new Transport(id, local, controlling, bundle, agreed);
  }

  Transport withAgreed(Agreed agreed) {
    return new Transport(id, local, controlling, bundle, agreed);
  }

  boolean carriesData() {
    return agreed != null && agreed.data() != null;
  }

  Transport withoutData() {
    return agreed == null ? this : withAgreed(agreed.withoutData());
  }

  TransportPlan plan() {
    return new TransportPlan(id, local, controlling, agreed == null ? null : remotePlan(agreed));
  }

  private static RemotePlan remotePlan(Agreed agreed) {
    RemoteEnd remote = agreed.remote();
    return new RemotePlan(
        remote.credentials(),
        remote.iceLite(),
        remote.fingerprints(),
        agreed.dtlsRole(),
        remote.candidates(),
        remote.endOfCandidates(),
        agreed.data());
  }
}
