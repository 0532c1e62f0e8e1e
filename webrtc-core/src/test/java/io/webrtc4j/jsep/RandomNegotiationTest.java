package io.webrtc4j.jsep;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.jsep.media.Codec;
import io.webrtc4j.jsep.media.MediaCapabilities;
import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sim.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Wishes, rounds, glare and rollbacks in any order leave both ends in agreement. */
class RandomNegotiationTest {
  private static final int SEEDS = 200;
  private static final int STEPS = 12;

  /** A wish of one end can make one of the other's; nothing goes back and forth. */
  private static final int MAX_ROUNDS = 6;

  private static final int MAX_TRANSCEIVERS = 8;

  /** Fewer than browsers have, for many rounds in little time. */
  private static final MediaCapabilities FEW =
      new MediaCapabilities(
          MediaCapabilities.DEFAULT.codecs().stream()
              .filter(each -> Set.of("opus", "PCMU", "VP8", "AV1", "rtx").contains(each.name()))
              .toList(),
          MediaCapabilities.DEFAULT.extensions());

  @Test
  void bothEndsAgreeInTheEnd() {
    Seeds.forEach(
        SEEDS,
        seed -> {
          try {
            play(seed);
          } catch (NegotiationException e) {
            throw new AssertionError(e.kind() + ": " + e.getMessage(), e);
          }
        });
  }

  private static void play(long seed) throws NegotiationException {
    SplittableRandom random = new SplittableRandom(seed);
    Peer one = new Peer(seed, policy(random), FEW);
    Peer other = new Peer(~seed, policy(random), FEW);
    for (int i = 0; i < STEPS; i++) {
      wish(random.nextBoolean() ? one : other, random);
      wish(random.nextBoolean() ? one : other, random);
      boolean swap = random.nextBoolean();
      round(swap ? other : one, swap ? one : other, random);
    }
    settle(one, other);
  }

  private static void settle(Peer one, Peer other) throws NegotiationException {
    int rounds = 0;
    while (one.state.negotiationNeeded() || other.state.negotiationNeeded()) {
      assertThat(rounds++).as("rounds until nothing is left").isLessThan(MAX_ROUNDS);
      if (one.state.negotiationNeeded()) {
        one.offerTo(other);
      } else {
        other.offerTo(one);
      }
      BothEnds.agree(one, other);
    }
    for (Peer peer : List.of(one, other)) {
      assertThat(peer.state.transceivers())
          .allMatch(each -> each.isAssociated() || each.stopping());
    }
  }

  private static void wish(Peer peer, SplittableRandom random) {
    MediaKind kind = random.nextBoolean() ? MediaKind.AUDIO : MediaKind.VIDEO;
    boolean room = peer.state.transceivers().size() < MAX_TRANSCEIVERS;
    switch (random.nextInt(10)) {
      case 0, 1 -> {
        if (room) {
          peer.addTrack(kind);
        }
      }
      case 2 -> {
        if (room) {
          peer.addTransceiver(kind, direction(random));
        }
      }
      case 3 -> any(peer, random, each -> each.withDirection(direction(random)));
      case 4 -> any(peer, random, Transceiver::asStopping);
      case 5 -> peer.wantData();
      case 6 -> peer.state = peer.state.restartIce();
      case 7 ->
          any(peer, random, each -> each.withSender(each.sender().withStreamIds(streams(random))));
      case 8 -> any(peer, random, each -> each.withPreferredCodecs(codecs(each.kind(), random)));
      default -> any(peer, random, Transceiver::withAddedByAddTrack);
    }
  }

  private static void any(Peer peer, SplittableRandom random, UnaryOperator<Transceiver> change) {
    List<Transceiver> all =
        peer.state.transceivers().stream().filter(each -> !each.stopping()).toList();
    if (!all.isEmpty()) {
      peer.update(all.get(random.nextInt(all.size())).id(), change);
    }
  }

  private static BundlePolicy policy(SplittableRandom random) {
    List<BundlePolicy> policies = List.of(BundlePolicy.values());
    return policies.get(random.nextInt(policies.size()));
  }

  private static Direction direction(SplittableRandom random) {
    return Direction.of(random.nextBoolean(), random.nextBoolean());
  }

  private static List<String> streams(SplittableRandom random) {
    List<String> streams = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      if (random.nextBoolean()) {
        streams.add(name);
      }
    }
    return streams;
  }

  /** Those that every peer has, in another order, perhaps fewer. */
  private static List<Codec> codecs(MediaKind kind, SplittableRandom random) {
    List<Codec> codecs = new ArrayList<>(FEW.codecs(kind));
    Collections.rotate(codecs, random.nextInt(codecs.size()));
    if (random.nextBoolean()) {
      codecs.removeIf(each -> !each.isPrimary());
    }
    return codecs;
  }

  private static void round(Peer one, Peer other, SplittableRandom random)
      throws NegotiationException {
    switch (random.nextInt(9)) {
      case 0 -> {
        one.offer();
        wish(one, random);
        one.rollback();
      }
      case 1 -> {
        other.remote(SdpType.OFFER, one.offer());
        wish(other, random);
        other.remote(SdpType.ROLLBACK, "");
        one.rollback();
      }
      case 2 -> glare(one, other, random);
      case 3 -> {
        other.remote(SdpType.OFFER, one.offer());
        other.state = other.state.setLocal(SdpType.PRANSWER, null, other.random);
        one.remote(SdpType.PRANSWER, Peer.text(other.state.descriptions().pendingLocal()));
        wish(one, random);
        one.remote(SdpType.ANSWER, other.answer());
        BothEnds.agree(one, other);
      }
      case 4 -> {
        one.state = one.state.createOffer(random.nextBoolean(), one.random);
        String offer = Peer.text(one.state.created());
        wish(one, random);
        one.state = one.state.setLocal(SdpType.OFFER, offer, one.random);
        other.remote(SdpType.OFFER, offer);
        one.remote(SdpType.ANSWER, other.answer());
        BothEnds.agree(one, other);
      }
      case 5 -> {
        other.remote(SdpType.OFFER, one.offer());
        wish(one, random);
        other.remote(SdpType.OFFER, one.offer());
        wish(other, random);
        one.remote(SdpType.ANSWER, other.answer());
        BothEnds.agree(one, other);
      }
      default -> {
        other.remote(SdpType.OFFER, one.offer());
        wish(other, random);
        wish(one, random);
        one.remote(SdpType.ANSWER, other.answer());
        BothEnds.agree(one, other);
      }
    }
  }

  private static void glare(Peer impolite, Peer polite, SplittableRandom random)
      throws NegotiationException {
    String offer = impolite.offer();
    polite.offer();
    wish(polite, random);
    polite.remote(SdpType.OFFER, offer);
    wish(polite, random);
    impolite.remote(SdpType.ANSWER, polite.answer());
    BothEnds.agree(impolite, polite);
  }
}
