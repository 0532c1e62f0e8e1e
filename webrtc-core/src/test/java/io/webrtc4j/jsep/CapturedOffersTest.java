package io.webrtc4j.jsep;

import static io.webrtc4j.jsep.media.MediaKind.AUDIO;
import static io.webrtc4j.jsep.media.MediaKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.session.TransportPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our answers to what browsers and Janus really offered. The captures are webrtc-sdp's, whose
 * README says where they come from.
 */
class CapturedOffersTest {
  private static final Path DIRECTORY =
      Path.of("..", "webrtc-sdp", "src", "test", "resources", "sdp");

  static List<String> offers() {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files.map(Path::toString).filter(name -> name.endsWith("offer.sdp")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreEnough() {
    assertThat(offers()).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @MethodSource("offers")
  void eachIsAnsweredSectionBySection(String file) throws Exception {
    String offer = Files.readString(Path.of(file));
    Peer ours = new Peer(1);
    ours.addTrack(AUDIO);
    ours.addTrack(VIDEO);
    ours.remote(SdpType.OFFER, offer);
    SessionDescription answer = Peer.parse(ours.answer());

    Sections offered = Sections.of(Peer.parse(offer));
    Sections answered = Sections.of(answer);
    assertThat(answered.count()).isEqualTo(offered.count());
    for (int i = 0; i < offered.count(); i++) {
      MediaDescription theirs = offered.get(i);
      MediaDescription section = answered.get(i);
      assertThat(section.media()).isEqualTo(theirs.media());
      assertThat(section.protocol()).isEqualTo(theirs.protocol());
      assertThat(Sections.mid(section)).isEqualTo(Sections.mid(theirs));
      assertThat(answered.isLive(i)).as("section %s", i).isEqualTo(offered.isLive(i));
    }
    // All of them bundle what they don't reject.
    assertThat(ours.state.transports())
        .hasSize(answer.media().stream().allMatch(Sections::isRejected) ? 0 : 1);
    for (TransportPlan plan : ours.state.transports()) {
      assertThat(Objects.requireNonNull(plan.remote()).fingerprints()).isNotEmpty();
      assertThat(plan.controlling()).isEqualTo(plan.remote().iceLite());
    }
    BothEnds.numbersMeanOneThing(ours);
  }

  @ParameterizedTest
  @MethodSource("offers")
  void eachPeerCanBeOfferedToAfterwards(String file) throws Exception {
    Peer ours = new Peer(1);
    ours.remote(SdpType.OFFER, Files.readString(Path.of(file)));
    ours.answer();
    List<String> mids = ours.mids();
    ours.addTransceiver(AUDIO, Direction.SENDRECV);
    SessionDescription offer = Peer.parse(ours.offer());
    for (int i = 0; i < mids.size(); i++) {
      boolean recycled = !Sections.mid(offer.media().get(i)).orElseThrow().equals(mids.get(i));
      assertThat(recycled && Sections.of(ours.state.descriptions().currentLocal()).isLive(i))
          .isFalse();
    }
    BothEnds.numbersMeanOneThing(ours);
  }
}
