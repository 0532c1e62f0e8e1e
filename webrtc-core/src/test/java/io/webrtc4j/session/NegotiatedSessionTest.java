package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.session.jsep.SdpType;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What descriptions do to a session's transports and events. */
class NegotiatedSessionTest {
  private static final String CANDIDATE =
      "a=candidate:1 1 udp 2122260223 192.0.2.1 4000 typ host\r\n";

  private final NegotiatedSession ours = session(1);
  private final NegotiatedSession theirs = session(2);

  @Test
  void theStateIsToldBeforeTheGatheringThatFollowsFromIt() throws Exception {
    ours.openDataChannel(DataChannelParameters.reliable("x"), 0);
    ours.setLocalDescription(SdpType.OFFER, null, 0);
    assertThat(names(ours))
        .containsExactly(
            "NegotiationNeeded",
            "DescriptionsChanged",
            "SignalingStateChanged",
            "GatheringStateChanged");
  }

  @Test
  void candidatesThatOnlyALaterDescriptionHasAreTriedToo() throws Exception {
    ours.openDataChannel(DataChannelParameters.reliable("x"), 0);
    ours.setLocalDescription(SdpType.OFFER, null, 0);
    ours.session().addLocalAddress(0, new InetSocketAddress("192.0.2.2", 5), null, 65_535, 0);
    theirs.setRemoteDescription(SdpType.OFFER, local(ours), 0);
    theirs.setLocalDescription(SdpType.PRANSWER, null, 0);
    String answer = local(theirs);
    ours.setRemoteDescription(SdpType.PRANSWER, answer, 0);
    assertThat(ours.session().transports().get(0).ice().pairs()).isEmpty();

    ours.setRemoteDescription(SdpType.ANSWER, answer + CANDIDATE, 0);
    assertThat(ours.session().transports().get(0).ice().pairs()).hasSize(1);
  }

  @Test
  void anAnswererKnowsTheLargestMessageFromTheOffer() throws Exception {
    theirs.openDataChannel(DataChannelParameters.reliable("x"), 0);
    theirs.setLocalDescription(SdpType.OFFER, null, 0);
    String offer = local(theirs).replace("max-message-size:262144", "max-message-size:1000");
    assertThat(ours.remoteMaxMessageSize()).isEmpty();
    ours.setRemoteDescription(SdpType.OFFER, offer, 0);
    assertThat(ours.remoteMaxMessageSize()).hasValue(1000);
    ours.setLocalDescription(SdpType.ANSWER, null, 0);
    assertThat(ours.remoteMaxMessageSize()).hasValue(1000);
  }

  @Test
  void aChannelClosedBeforeThereIsATransportIsClosedAtOnce() {
    int channel = ours.openDataChannel(DataChannelParameters.reliable("x"), 0);
    ours.session().closeDataChannel(channel, 0);
    assertThat(names(ours)).containsExactly("NegotiationNeeded", "Data");
  }

  private static NegotiatedSession session(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DtlsCertificate certificate =
        DtlsCertificate.generate(random, Instant.parse("2026-01-01T00:00:00Z"));
    return new NegotiatedSession(new SessionConfig(certificate, 262_144), random, 0);
  }

  private static String local(NegotiatedSession session) {
    String text = null;
    for (NegotiatedEvent event : events(session)) {
      if (event instanceof NegotiatedEvent.DescriptionsChanged changed
          && changed.descriptions().local() != null) {
        text = changed.descriptions().local().text();
      }
    }
    return Objects.requireNonNull(text);
  }

  private static List<String> names(NegotiatedSession session) {
    return events(session).stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private static List<NegotiatedEvent> events(NegotiatedSession session) {
    for (SessionEvent event = session.session().pollEvent(true);
        event != null;
        event = session.session().pollEvent(true)) {
      session.accept(event);
    }
    List<NegotiatedEvent> events = new ArrayList<>();
    for (NegotiatedEvent event = session.pollEvent(); event != null; event = session.pollEvent()) {
      events.add(event);
    }
    return events;
  }
}
