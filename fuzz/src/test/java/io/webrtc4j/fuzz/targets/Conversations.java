package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsConfig;
import io.webrtc4j.dtls.DtlsConnection;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceAgent;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.ice.IceConfig;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.ice.IceRole;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.ice.mdns.MulticastDns;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sctp.DataChannelTransport;
import io.webrtc4j.sctp.SctpState;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.TwoPeers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two of our engines on a perfect link, and all that they sent. Every call gives the same bytes.
 */
final class Conversations {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  static final DtlsCertificate CLIENT = DtlsCertificate.generate(new SplittableRandom(1), NOW);
  static final DtlsCertificate SERVER = DtlsCertificate.generate(new SplittableRandom(2), NOW);
  static final InetSocketAddress ALICE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 5001);
  static final InetSocketAddress BOB =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 5002);

  static final MdnsName ALICES_NAME = MdnsName.random(new SplittableRandom(1));
  static final MdnsName BOBS_NAME = MdnsName.random(new SplittableRandom(2));
  static final InetSocketAddress NEIGHBOUR =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), MulticastDns.PORT);

  private static final long LIMIT = Deadline.seconds(60);

  private Conversations() {}

  /** Connectivity checks and a round of consent. */
  static Link ice() {
    RecordedEngine alice = RecordedEngine.of(agent(IceRole.CONTROLLING, ALICE, BOB), ALICE, BOB);
    RecordedEngine bob = RecordedEngine.of(agent(IceRole.CONTROLLED, BOB, ALICE), BOB, ALICE);
    TwoPeers<byte[]> link = new TwoPeers<>(alice, bob, LinkConditions.perfect(), 1);
    link.runFor(Deadline.seconds(12));
    return new Link(alice, bob, link);
  }

  /**
   * An agent of {@code role} at {@code local} that knows its peer's candidate at {@code remote}.
   */
  static IceAgent agent(IceRole role, InetSocketAddress local, InetSocketAddress remote) {
    IceAgent agent =
        new IceAgent(IceConfig.of(role, credentials(role)), random(role == IceRole.CONTROLLING), 0);
    IceCandidate own = agent.addHostCandidate(local, 65535, 0);
    agent.endOfLocalCandidates(0);
    agent.remoteCredentials(
        credentials(role == IceRole.CONTROLLING ? IceRole.CONTROLLED : IceRole.CONTROLLING), 0);
    agent.addRemoteCandidate(
        new IceCandidate(
            own.foundation(),
            own.component(),
            own.transport(),
            own.priority(),
            remote,
            own.type(),
            null),
        0);
    agent.endOfRemoteCandidates(0);
    if (agent.state() == IceState.FAILED) {
      throw new IllegalStateException("the agent failed before it began");
    }
    return agent;
  }

  static IceCredentials credentials(IceRole role) {
    return IceCredentials.generate(random(role == IceRole.CONTROLLING));
  }

  /** A whole handshake. */
  static Link dtls() {
    RecordedEngine client = RecordedEngine.of(dtlsConnection(DtlsRole.CLIENT));
    RecordedEngine server = RecordedEngine.of(dtlsConnection(DtlsRole.SERVER));
    TwoPeers<byte[]> link = new TwoPeers<>(client, server, LinkConditions.perfect(), 1);
    require(link.runUntil(() -> isConnected(client) && isConnected(server), LIMIT));
    return new Link(client, server, link);
  }

  private static boolean isConnected(RecordedEngine endpoint) {
    return endpoint.engine(DtlsConnection.class).state() == DtlsState.CONNECTED;
  }

  /** A connection that has begun. */
  static DtlsConnection dtlsConnection(DtlsRole role) {
    boolean isClient = role == DtlsRole.CLIENT;
    DtlsConfig config =
        DtlsConfig.of(
            role, isClient ? CLIENT : SERVER, List.of((isClient ? SERVER : CLIENT).fingerprint()));
    DtlsConnection connection = new DtlsConnection(config, random(isClient), 0);
    connection.start(0);
    return connection;
  }

  /** An association that is established. */
  static Link sctp() {
    RecordedEngine client = RecordedEngine.of(transport(true));
    RecordedEngine server = RecordedEngine.of(transport(false));
    TwoPeers<byte[]> link = new TwoPeers<>(client, server, LinkConditions.perfect(), 1);
    DataChannelTransport a = client.engine(DataChannelTransport.class);
    DataChannelTransport b = server.engine(DataChannelTransport.class);
    a.connect(0);
    require(
        link.runUntil(
            () -> a.state() == SctpState.ESTABLISHED && b.state() == SctpState.ESTABLISHED, LIMIT));
    return new Link(client, server, link);
  }

  /** Channels opened and closed, messages small and large, a heartbeat, and the end. */
  static List<byte[]> sctpDialogue(Link established) {
    TwoPeers<byte[]> link = established.link();
    DataChannelTransport a = established.client().engine(DataChannelTransport.class);
    int before = established.client().sent().size();
    int channel = a.open(DataChannelParameters.reliable("chat"), link.now());
    a.send(channel, true, "hello".getBytes(StandardCharsets.UTF_8), link.now());
    a.send(channel, false, new byte[4000], link.now());
    a.send(channel, false, new byte[0], link.now());
    link.runFor(Deadline.seconds(40));
    a.close(channel, link.now());
    link.runFor(Deadline.seconds(2));
    a.shutdown(link.now());
    link.runFor(Deadline.seconds(2));
    List<byte[]> sent = established.client().sent();
    return List.copyOf(sent.subList(before, sent.size()));
  }

  static DataChannelTransport transport(boolean dtlsClient) {
    return new DataChannelTransport(
        DataChannelConfig.builder().dtlsClient(dtlsClient).build(), random(dtlsClient), 0);
  }

  /** Two hosts that publish a name each and ask for the other's, until one says good-bye. */
  static Link mdns() {
    MulticastDns alice = mdnsHost(ALICES_NAME, BOBS_NAME);
    MulticastDns bob = mdnsHost(BOBS_NAME, ALICES_NAME);
    RecordedEngine client = RecordedEngine.of(alice, NEIGHBOUR);
    RecordedEngine server = RecordedEngine.of(bob, NEIGHBOUR);
    TwoPeers<byte[]> link = new TwoPeers<>(client, server, LinkConditions.perfect(), 1);
    link.runFor(Deadline.seconds(5));
    bob.withdraw(BOBS_NAME, link.now());
    link.runFor(Deadline.seconds(1));
    return new Link(client, server, link);
  }

  /** A host that publishes {@code own} and asks for {@code wanted}. */
  static MulticastDns mdnsHost(MdnsName own, MdnsName wanted) {
    MulticastDns host =
        new MulticastDns(
            MulticastDns.GROUP_IPV4, address -> true, true, random(own.equals(ALICES_NAME)), 0);
    host.publish(own, InetAddress.getLoopbackAddress(), 0);
    host.resolve(wanted, 0);
    return host;
  }

  /** Two engines and what is between them. */
  record Link(RecordedEngine client, RecordedEngine server, TwoPeers<byte[]> link) {
    List<byte[]> sent() {
      return both(client, server);
    }
  }

  private static List<byte[]> both(RecordedEngine a, RecordedEngine b) {
    List<byte[]> all = new ArrayList<>(a.sent());
    all.addAll(b.sent());
    return all;
  }

  private static SplittableRandom random(boolean first) {
    return new SplittableRandom(first ? 1 : 2);
  }

  private static void require(boolean happened) {
    if (!happened) {
      throw new IllegalStateException("the two did not connect");
    }
  }
}
