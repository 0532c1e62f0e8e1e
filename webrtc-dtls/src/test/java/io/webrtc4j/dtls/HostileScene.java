package io.webrtc4j.dtls;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.dtls.dtls12.HandshakeSettings;
import io.webrtc4j.dtls.dtls12.HostilePeer;
import io.webrtc4j.dtls.flight.Flight;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.TwoPeers;
import java.util.List;
import java.util.function.UnaryOperator;

/** Our side against a hostile one, over a perfect link: 20 ms each way. */
final class HostileScene {
  final DtlsEndpoint ours;
  final HostilePeer hostile;
  final TwoPeers<byte[]> link;

  /** The hostile peer has the certificate that we expect. */
  HostileScene(DtlsRole ourRole, UnaryOperator<List<Flight.Item>> rewrite) {
    this(ourRole, rewrite, Pair.STRANGER.encoded(), Pair.STRANGER.fingerprint());
  }

  /** The hostile peer has some certificate, and signs with a key that need not be that one's. */
  HostileScene(
      DtlsRole ourRole,
      UnaryOperator<List<Flight.Item>> rewrite,
      byte[] certificate,
      DtlsFingerprint expected) {
    DtlsConfig config = DtlsConfig.of(ourRole, Pair.CLIENT_CERTIFICATE, List.of(expected));
    ours = new DtlsEndpoint(config, 1).start();
    HandshakeSettings settings =
        new HandshakeSettings(Pair.STRANGER.key(), certificate, any -> null, List.of());
    hostile = new HostilePeer(settings, rewrite);
    if (ourRole == DtlsRole.SERVER) {
      hostile.startAsClient();
    }
    link = new TwoPeers<>(ours, hostile, LinkConditions.perfect(), 1);
  }

  /** One whose handshake is complete. */
  static HostileScene connected(DtlsRole ourRole) {
    HostileScene scene = new HostileScene(ourRole, Rewrite.NOTHING);
    if (!scene.link.runUntil(
        () -> scene.ours.isConnected() && scene.hostile.isEstablished(), Deadline.seconds(2))) {
      throw new AssertionError(scene.ours.failure());
    }
    return scene;
  }

  /** Lets what is under way arrive and be answered. */
  HostileScene run() {
    link.runFor(Deadline.seconds(2));
    return this;
  }

  long now() {
    return link.now();
  }
}
