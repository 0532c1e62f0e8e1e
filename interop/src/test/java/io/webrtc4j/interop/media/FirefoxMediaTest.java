package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.Offerer;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With Firefox, and its peculiarities by name. */
class FirefoxMediaTest extends MediaInterop {
  private static final Map<String, ?> MAX_BUNDLE = Map.of("bundlePolicy", "max-bundle");

  FirefoxMediaTest() {
    super(BrowserKind.FIREFOX);
  }

  @Test
  void portZeroWithBundleOnlyIsNoRejection() {
    meet(
        Offerer.BROWSER,
        MAX_BUNDLE,
        meeting -> {
          Renegotiations.connectWithTracksAndData(meeting);
          List<String> video =
              Section.of(meeting.offerer().view().localDescription()).get(1).lines();
          assertThat(video.get(0)).startsWith("m=video 0 ");
          assertThat(video).contains("a=bundle-only");
          assertThat(meeting.answerer().view().negotiated())
              .extracting(PeerView.Transceiver::currentDirection)
              .containsExactly("sendrecv", "sendrecv");
        });
  }

  /** Firefox uses no retransmissions of sources that it was not told of. */
  @ParameterizedTest
  @EnumSource
  void ourDescriptionsTellTheSourcesOfRetransmissions(Offerer offerer) {
    meet(
        offerer,
        Map.of(),
        meeting -> {
          FirstOffers.addTracks(meeting, "audio", "video");
          meeting.negotiate();
          MediaPeer ours = offerer == Offerer.JVM ? meeting.offerer() : meeting.answerer();
          Section video = Section.of(ours.view().localDescription()).get(1);
          List<String> pairs = video.values("a=ssrc-group:FID ");
          assertThat(pairs).hasSize(1);
          List<String> sources = Arrays.asList(pairs.get(0).split(" ", -1));
          assertThat(sources).hasSize(2).doesNotHaveDuplicates();
          assertThat(sources)
              .allMatch(each -> !video.values("a=ssrc:" + each + " cname:").isEmpty());
        });
  }

  @ParameterizedTest
  @EnumSource
  void rejectedSectionsOfDataKeepTheirFormat(Offerer offerer) {
    meet(
        offerer,
        MAX_BUNDLE,
        meeting -> {
          FirstOffers.addTracks(meeting, "audio");
          meeting.offerer().openChannel("in vain");
          meeting.negotiate(
              meeting.offerer(),
              meeting.answerer(),
              FirefoxMediaTest::withoutData,
              () -> {},
              UnaryOperator.identity());
          Section data = Section.of(meeting.answerer().view().localDescription()).get(1);
          assertThat(data.lines().get(0))
              .matches("m=application 0 (UDP/DTLS/SCTP|DTLS/SCTP) webrtc-datachannel");
        });
  }

  /** The offer with its section of data rejected, as if the offerer wanted it no more. */
  private static String withoutData(String offer) {
    return offer
        .replaceFirst("m=application \\d+ ", "m=application 0 ")
        .replace("a=bundle-only\r\n", "")
        .replaceFirst("a=group:BUNDLE 0 1", "a=group:BUNDLE 0");
  }
}
