package io.webrtc4j.dtls;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.TwoPeers;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Our client and our server that expect one another. */
final class Pair {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  static final DtlsCertificate CLIENT_CERTIFICATE = certificate(1);
  static final DtlsCertificate SERVER_CERTIFICATE = certificate(2);
  static final DtlsCertificate STRANGER = certificate(3);
  static final long LIMIT = Deadline.seconds(40);

  /** RSA keys take long to make, so that only who wants one has it made. */
  static final class Rsa {
    static final DtlsCertificate CERTIFICATE =
        DtlsCertificate.generate(DtlsKeyType.RSA_2048, new SplittableRandom(4), NOW);

    private Rsa() {}
  }

  final DtlsEndpoint client;
  final DtlsEndpoint server;
  final TwoPeers<byte[]> link;

  Pair(LinkConditions conditions, long seed) {
    this(conditions, seed, config -> config);
  }

  Pair(LinkConditions conditions, long seed, UnaryOperator<DtlsConfig> change) {
    this(change.apply(clientConfig()), change.apply(serverConfig()), conditions, seed);
  }

  Pair(DtlsConfig client, DtlsConfig server, LinkConditions conditions, long seed) {
    this.client = new DtlsEndpoint(client, seed).start();
    this.server = new DtlsEndpoint(server, seed + 1_000_000).start();
    this.link = new TwoPeers<>(this.client, this.server, conditions, seed);
  }

  static Pair perfect() {
    return new Pair(LinkConditions.perfect(), 1);
  }

  static Pair connected() {
    Pair pair = perfect();
    if (!pair.connect()) {
      throw new AssertionError(pair.client.failure() + pair.server.failure());
    }
    return pair;
  }

  static DtlsCertificate certificate(long seed) {
    return DtlsCertificate.generate(new SplittableRandom(seed), NOW);
  }

  static DtlsConfig clientConfig() {
    return config(DtlsRole.CLIENT, CLIENT_CERTIFICATE, SERVER_CERTIFICATE);
  }

  static DtlsConfig serverConfig() {
    return config(DtlsRole.SERVER, SERVER_CERTIFICATE, CLIENT_CERTIFICATE);
  }

  static DtlsConfig config(DtlsRole role, DtlsCertificate own, DtlsCertificate peers) {
    return DtlsConfig.of(role, own, List.of(peers.fingerprint()));
  }

  /** Runs until both are connected. */
  boolean connect() {
    return link.runUntil(() -> client.isConnected() && server.isConnected(), LIMIT);
  }

  /** Runs until both have failed, or not. */
  boolean fail() {
    return link.runUntil(() -> failed(client) && failed(server), LIMIT);
  }

  static boolean failed(DtlsEndpoint endpoint) {
    return endpoint.connection.state() == DtlsState.FAILED;
  }
}
