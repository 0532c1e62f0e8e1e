package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sim.LinkConditions;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Two peers to whom things happen that call for ICE restarts, while each sends to the other. */
final class RestartStory {
  private static final long LONGEST_SIGNALLING = Deadline.millis(800);
  private static final long PATIENCE = Deadline.seconds(180);
  private static final int MESSAGES = 8;
  private static final int LONGEST_MESSAGE = 8000;

  private final TwoSessions peers;
  private final SplittableRandom random;
  private final List<String> told = new ArrayList<>();
  private final List<byte[]> sentByA = new ArrayList<>();
  private final List<byte[]> sentByB = new ArrayList<>();
  private int channelOfA;
  private int nextHost = 10;

  RestartStory(LinkConditions conditions, long seed) {
    this.random = new SplittableRandom(seed);
    this.peers = new TwoSessions(conditions, seed);
  }

  /** What has happened, in words. */
  List<String> told() {
    return told;
  }

  /** The peers meet; at times one restarts before they have. */
  void begin() {
    channelOfA = peers.a.openChannel("story");
    peers.negotiate();
    while (random.nextInt(3) == 0) {
      peers.network.runFor(random.nextLong(Deadline.millis(500)));
      if (random.nextBoolean()) {
        restart("a restarts while they connect", peers.ofA, peers.ofB);
      } else {
        restart("b restarts while they connect", peers.ofB, peers.ofA);
      }
    }
    await("they connect", () -> !peers.a.opened.isEmpty() && !peers.b.offered.isEmpty());
  }

  /** Something happens. */
  void turn() {
    send();
    peers.network.runFor(random.nextLong(Deadline.millis(300)));
    switch (random.nextInt(8)) {
      case 0 -> restart("a restarts", peers.ofA, peers.ofB);
      case 1 -> restart("b restarts", peers.ofB, peers.ofA);
      case 2 -> {
        restart("a restarts, and then", peers.ofA, peers.ofB);
        restart("b restarts", peers.ofB, peers.ofA);
      }
      case 3 -> {
        outage("a short outage", Deadline.seconds(10 + random.nextInt(5)));
        restart("a restarts when disconnected", peers.ofA, peers.ofB);
      }
      case 4 -> {
        outage("a long outage", Deadline.seconds(100));
        assertThat(peers.a.connectionState()).isEqualTo(ConnectionState.FAILED);
        restart("b restarts when failed", peers.ofB, peers.ofA);
      }
      case 5 -> {
        move(peers.a);
        restart("a has moved and restarts", peers.ofA, peers.ofB);
      }
      case 6 -> {
        move(peers.b);
        move(peers.a);
        restart("both have moved, b restarts", peers.ofB, peers.ofA);
      }
      default -> giveUp();
    }
    send();
    await("all is well", this::allArrived);
  }

  /** Nothing is left of what was before. */
  void end() {
    peers.network.runFor(Deadline.seconds(40));
    await("both are connected", this::bothConnected);
    assertThat(peers.a.sockets).hasSameSizeAs(peers.a.addresses);
    assertThat(peers.b.sockets).hasSameSizeAs(peers.b.addresses);
    verify(sentByA, peers.b.messagesOn(peers.b.offered.get(0)));
    verify(sentByB, peers.a.messagesOn(channelOfA));
  }

  /** A round of offer and answer that takes its time, with candidates in it or behind it. */
  private void restart(String why, Plans from, Plans to) {
    told.add(why);
    boolean trickles = random.nextBoolean();
    from.tellsCandidates = !trickles;
    to.tellsCandidates = !trickles;
    from.describe(0);
    from.apply(peers.network.now());
    peers.network.runFor(random.nextLong(LONGEST_SIGNALLING));
    to.learn(from);
    to.describe(0);
    to.apply(peers.network.now());
    peers.network.runFor(random.nextLong(LONGEST_SIGNALLING));
    from.learn(to);
    from.apply(peers.network.now());
    if (trickles) {
      peers.network.runFor(random.nextLong(LONGEST_SIGNALLING));
      from.trickle(to, peers.network.now());
      to.trickle(from, peers.network.now());
    }
  }

  private void giveUp() {
    told.add("a takes its restart back");
    IceCredentials before = peers.ofA.credentials(0);
    peers.ofA.describe(0);
    peers.ofA.apply(peers.network.now());
    peers.network.runFor(random.nextLong(LONGEST_SIGNALLING));
    peers.ofA.describe(0, before);
    peers.ofA.apply(peers.network.now());
  }

  private void outage(String what, long duration) {
    told.add(what);
    peers.network.aToB().up(false);
    peers.network.bToA().up(false);
    peers.network.runFor(duration);
    peers.network.aToB().up(true);
    peers.network.bToA().up(true);
  }

  /** To other addresses, at times keeping the old one. */
  private void move(SimulatedPeer peer) {
    InetAddress next = TwoSessions.address(nextHost++);
    peer.addresses = random.nextInt(3) == 0 ? List.of(next, peer.addresses.get(0)) : List.of(next);
  }

  private void send() {
    for (int i = 0; i < MESSAGES; i++) {
      sendOn(peers.a, channelOfA, sentByA);
      sendOn(peers.b, peers.b.offered.get(0), sentByB);
    }
  }

  private void sendOn(SimulatedPeer peer, int channel, List<byte[]> sent) {
    byte[] message = new byte[1 + random.nextInt(LONGEST_MESSAGE)];
    random.nextBytes(message);
    sent.add(message.clone());
    peer.session.send(channel, false, message, peers.network.now());
  }

  private boolean allArrived() {
    return peers.b.messagesOn(peers.b.offered.get(0)).size() == sentByA.size()
        && peers.a.messagesOn(channelOfA).size() == sentByB.size();
  }

  private boolean bothConnected() {
    return peers.a.connectionState() == ConnectionState.CONNECTED
        && peers.b.connectionState() == ConnectionState.CONNECTED;
  }

  private void await(String what, BooleanSupplier condition) {
    assertThat(peers.network.runUntil(condition, PATIENCE))
        .as(
            "%s: %s; a %s %s, b %s %s",
            what,
            told,
            peers.a.connectionStates,
            peers.a.lastReason,
            peers.b.connectionStates,
            peers.b.lastReason)
        .isTrue();
  }

  private void verify(List<byte[]> sent, List<DataChannelEvent.MessageReceived> received) {
    for (int i = 0; i < sent.size(); i++) {
      assertThat(Arrays.equals(sent.get(i), received.get(i).payload()))
          .as("message %d, %s", i, told)
          .isTrue();
    }
  }
}
