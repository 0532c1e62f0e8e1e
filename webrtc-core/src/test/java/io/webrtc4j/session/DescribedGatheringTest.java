package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.session.jsep.LocalEnd;
import io.webrtc4j.session.jsep.Negotiation;
import io.webrtc4j.session.jsep.NegotiationException;
import io.webrtc4j.session.jsep.SdpType;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DescribedGatheringTest {
  private static final String CANDIDATE = "candidate:1 1 udp 2122260223 192.0.2.1 4000 typ host";

  private final Negotiation negotiation =
      new Negotiation(
          new LocalEnd(
              IceCredentials.generate(new SplittableRandom(1)),
              new DtlsFingerprint("sha-256", new byte[32]),
              5000,
              65_536),
          1);
  private final Queue<NegotiatedEvent> events = new ArrayDeque<>();
  private final DescribedGathering gathering = new DescribedGathering(negotiation, "ufrag", events);

  @Test
  void whatIsFoundAfterARollbackWaitsForTheSectionThatItBelongsTo() throws Exception {
    describe();
    negotiation.setLocal(SdpType.ROLLBACK, null, true);
    gathering.described();
    events.clear();

    gathering.add(candidate());
    gathering.end();
    assertThat(events).isEmpty();

    describe();
    assertThat(events)
        .filteredOn(event -> !(event instanceof NegotiatedEvent.DescriptionsChanged))
        .containsExactly(
            new NegotiatedEvent.LocalCandidate(candidate(), "0", 0, "ufrag"),
            new NegotiatedEvent.EndOfLocalCandidates("0", 0, "ufrag"),
            new NegotiatedEvent.GatheringStateChanged(GatheringState.COMPLETE));
  }

  @Test
  void nothingIsToldTwiceWhenAnotherDescriptionFollows() throws Exception {
    describe();
    gathering.add(candidate());
    gathering.end();
    events.clear();
    describe();
    assertThat(events).isEmpty();
  }

  private void describe() throws NegotiationException {
    negotiation.setLocal(SdpType.OFFER, null, true);
    gathering.described();
  }

  private static CandidateAttribute candidate() throws SdpParseException {
    return CandidateAttribute.parse(CANDIDATE);
  }
}
