package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.PerfectNegotiator;
import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSignalingState;
import io.webrtc4j.sim.Seeds;
import io.webrtc4j.testkit.VirtualNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two sides that offer whenever they like, one of which gives way (§10.7). */
class PerfectNegotiationTest {
  private static final int SEEDS = 200;
  private static final int CHANGES = 12;
  private static final Duration SIGNALING_DELAY = Duration.ofMillis(30);
  private static final List<RTCRtpTransceiverDirection> DIRECTIONS =
      List.of(
          RTCRtpTransceiverDirection.SENDRECV,
          RTCRtpTransceiverDirection.SENDONLY,
          RTCRtpTransceiverDirection.RECVONLY,
          RTCRtpTransceiverDirection.INACTIVE);

  @Test
  void whateverBothSidesChangeTheyEndUpAgreed() {
    int[] glares = new int[1];
    Seeds.forEach(SEEDS, seed -> glares[0] += new Scenario(seed).run());
    assertThat(glares[0]).as("how often one gave way").isPositive();
  }

  /** One run: changes at random moments, most while the peer's signals are on their way. */
  private static final class Scenario {
    private final SplittableRandom random;
    private final VirtualNetwork network;
    private final RTCPeerConnection impolite;
    private final RTCPeerConnection polite;
    private final PerfectNegotiator ofImpolite;
    private final PerfectNegotiator ofPolite;
    private final List<Throwable> errors = new ArrayList<>();
    private Duration stableSince = Duration.ZERO;
    private int glares;

    Scenario(long seed) {
      this.random = new SplittableRandom(seed);
      this.network = new VirtualNetwork(seed);
      this.impolite = network.host("impolite").address("10.0.0.1").newConnection();
      this.polite = network.host("polite").address("10.0.0.2").newConnection();
      this.ofImpolite = new PerfectNegotiator(impolite, false, to(true));
      this.ofPolite = new PerfectNegotiator(polite, true, to(false));
      ofImpolite.onError(errors::add);
      ofPolite.onError(errors::add);
    }

    private PerfectNegotiator.Signaling to(boolean receiverIsPolite) {
      return new PerfectNegotiator.Signaling() {
        @Override
        public void send(RTCSessionDescription description) {
          network.schedule(SIGNALING_DELAY, () -> receiver().receive(description.toJSON()));
        }

        @Override
        public void send(RTCIceCandidate candidate) {
          network.schedule(SIGNALING_DELAY, () -> receiver().receive(candidate.toJSON()));
        }

        private PerfectNegotiator receiver() {
          return receiverIsPolite ? ofPolite : ofImpolite;
        }
      };
    }

    /** Tells how often the polite side gave way. */
    int run() {
      polite.onSignalingStateChange(event -> noteState());
      for (int i = 0; i < CHANGES; i++) {
        network.schedule(
            Duration.ofMillis(random.nextInt(600)),
            () -> change(random.nextBoolean() ? polite : impolite));
      }
      network.run(Duration.ofSeconds(20));
      check();
      // Nothing goes on for ever.
      String before = polite.localDescription() == null ? "" : polite.localDescription().sdp();
      network.run(Duration.ofSeconds(20));
      String after = polite.localDescription() == null ? "" : polite.localDescription().sdp();
      assertThat(after).isEqualTo(before);
      return glares;
    }

    /** An offer of the peer's at the very moment of becoming stable took ours back. */
    private void noteState() {
      boolean atOnce = network.now().equals(stableSince);
      if (polite.signalingState() == RTCSignalingState.STABLE) {
        stableSince = network.now();
      } else if (polite.signalingState() == RTCSignalingState.HAVE_REMOTE_OFFER && atOnce) {
        glares++;
      }
    }

    private void change(RTCPeerConnection connection) {
      List<RTCRtpTransceiver> live =
          connection.getTransceivers().stream()
              .filter(each -> each.direction() != RTCRtpTransceiverDirection.STOPPED)
              .toList();
      switch (random.nextInt(live.isEmpty() ? 3 : 7)) {
        case 0 -> connection.addTransceiver(random.nextBoolean() ? "audio" : "video");
        case 1 -> connection.addTrack(MediaStreamTrack.audio());
        case 2 -> connection.createDataChannel("data");
        case 3 -> {
          RTCRtpTransceiverDirection direction = DIRECTIONS.get(random.nextInt(DIRECTIONS.size()));
          pick(live).setDirection(direction);
        }
        case 4 -> pick(live).stop();
        case 5 -> {
          RTCRtpSender sender = pick(live).sender();
          connection.removeTrack(sender);
        }
        default -> connection.restartIce();
      }
    }

    private RTCRtpTransceiver pick(List<RTCRtpTransceiver> transceivers) {
      return transceivers.get(random.nextInt(transceivers.size()));
    }

    private void check() {
      assertThat(errors).isEmpty();
      assertThat(polite.signalingState()).isEqualTo(RTCSignalingState.STABLE);
      assertThat(impolite.signalingState()).isEqualTo(RTCSignalingState.STABLE);
      assertThat(sections(polite)).isEqualTo(sections(impolite));
      List<RTCRtpTransceiver> left = settled(impolite);
      List<RTCRtpTransceiver> right = settled(polite);
      assertThat(mids(right)).isEqualTo(mids(left));
      for (RTCRtpTransceiver each : left) {
        RTCRtpTransceiver there =
            right.stream().filter(t -> each.mid().equals(t.mid())).findFirst().orElseThrow();
        assertThat(there.currentDirection()).isEqualTo(reversed(each.currentDirection()));
        assertThat(there.receiver().track().kind()).isEqualTo(each.receiver().track().kind());
      }
    }

    /** Each has a section, but those that were stopped before they got one. */
    private static List<RTCRtpTransceiver> settled(RTCPeerConnection connection) {
      List<RTCRtpTransceiver> live =
          connection.getTransceivers().stream()
              .filter(each -> each.direction() != RTCRtpTransceiverDirection.STOPPED)
              .toList();
      assertThat(live).allMatch(each -> each.mid() != null && each.currentDirection() != null);
      return live;
    }

    private static List<String> mids(List<RTCRtpTransceiver> transceivers) {
      return transceivers.stream().map(RTCRtpTransceiver::mid).sorted().toList();
    }

    private static List<String> sections(RTCPeerConnection connection) {
      RTCSessionDescription local = connection.localDescription();
      return local == null
          ? List.of()
          : local
              .sdp()
              .lines()
              .filter(line -> line.startsWith("m=") || line.startsWith("a=mid:"))
              .map(line -> line.split(" ", -1)[0])
              .toList();
    }

    private static RTCRtpTransceiverDirection reversed(RTCRtpTransceiverDirection direction) {
      return switch (direction) {
        case SENDONLY -> RTCRtpTransceiverDirection.RECVONLY;
        case RECVONLY -> RTCRtpTransceiverDirection.SENDONLY;
        default -> direction;
      };
    }
  }
}
