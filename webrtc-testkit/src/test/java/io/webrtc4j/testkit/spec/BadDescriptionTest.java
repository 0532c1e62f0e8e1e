package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.webrtc4j.RTCError;
import io.webrtc4j.RTCErrorDetailType;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCSignalingState;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What setRemoteDescription refuses, and that nothing has changed then (§4.4.1.5). */
class BadDescriptionTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  private String offer() {
    a.addTransceiver("audio");
    a.addTransceiver("video");
    a.createDataChannel("data");
    peers.await(a.setLocalDescription());
    return Peers.local(a).sdp();
  }

  private static String without(String sdp, String prefix) {
    return sdp.replaceAll("(?m)^" + prefix + "[^\r]*\r\n", "");
  }

  private void refusesOffer(String what, String sdp, String... errors) {
    peers.settle();
    List<String> events = Peers.events(b);
    RTCSignalingState state = b.signalingState();
    var remote = b.remoteDescription();
    int transceivers = b.getTransceivers().size();
    assertThat(peers.refused(b.setRemoteDescription(Peers.offer(sdp))))
        .as(what)
        .isIn((Object[]) errors);
    peers.settle();
    assertThat(b.signalingState()).as(what).isEqualTo(state);
    assertThat(b.remoteDescription()).as(what).isEqualTo(remote);
    assertThat(b.getTransceivers()).as(what).hasSize(transceivers);
    assertThat(events).as(what).isEmpty();
  }

  @Test
  void aTextThatIsNoDescriptionIsAnErrorWithItsLine() {
    RTCError error =
        catchThrowableOfType(
            RTCError.class,
            () -> peers.await(b.setRemoteDescription(Peers.offer("v=0\r\nnonsense\r\n"))));
    assertThat(error.name()).isEqualTo("OperationError");
    assertThat(error.errorDetail()).isEqualTo(RTCErrorDetailType.SDP_SYNTAX_ERROR);
    assertThat(error.sdpLineNumber()).isEqualTo(2);
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    refusesOffer("empty", "", "OperationError");
  }

  @Test
  void contradictionsAreRefused() {
    String sdp = offer();
    Map<String, UnaryOperator<String>> changes =
        Map.of(
            "no fingerprint", text -> without(text, "a=fingerprint:"),
            "no ufrag", text -> without(text, "a=ice-ufrag:"),
            "no pwd", text -> without(text, "a=ice-pwd:"),
            "the same mid twice", text -> text.replace("a=mid:1\r", "a=mid:0\r"),
            "no RTCP mux", text -> without(text, "a=rtcp-mux"),
            "a bundled mid that is not there",
                text -> text.replaceFirst("a=group:BUNDLE 0", "a=group:BUNDLE 0 nowhere"));
    changes.forEach(
        (what, change) -> {
          String bad = change.apply(sdp);
          assertThat(bad).as(what).isNotEqualTo(sdp);
          refusesOffer(what, bad, "InvalidAccessError", "OperationError");
        });
    peers.await(b.setRemoteDescription(Peers.offer(sdp)));
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_OFFER);
  }

  @Test
  void aSecondOfferKeepsTheSectionsOfTheFirst() {
    String sdp = offer();
    peers.await(b.setRemoteDescription(Peers.offer(sdp)));
    peers.answer(b, a);
    peers.await(a.setLocalDescription());
    String second = Peers.local(a).sdp();
    String fewer = second.substring(0, second.indexOf("m=application"));
    fewer = fewer.replaceFirst("(a=group:BUNDLE \\S+ \\S+) \\S+", "$1");
    refusesOffer("fewer sections", fewer, "InvalidAccessError", "OperationError");
    refusesOffer(
        "another kind",
        second.replaceFirst("m=audio ", "m=text "),
        "InvalidAccessError",
        "OperationError");
    peers.await(b.setRemoteDescription(Peers.offer(second)));
  }

  @Test
  void anAnswerHasTheSectionsOfTheOffer() {
    String sdp = offer();
    peers.await(b.setRemoteDescription(Peers.offer(sdp)));
    peers.await(b.setLocalDescription());
    String answer = Peers.local(b).sdp();
    List<String> bad =
        List.of(
            answer.substring(0, answer.indexOf("m=application")),
            answer.replaceFirst("a=setup:active", "a=setup:actpass"),
            answer.replaceFirst("a=mid:0", "a=mid:zero"),
            without(answer, "a=fingerprint:"));
    for (String each : bad) {
      assertThat(
              peers.refused(
                  a.setRemoteDescription(new RTCSessionDescriptionInit(RTCSdpType.ANSWER, each))))
          .isIn("InvalidAccessError", "OperationError");
      assertThat(a.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_OFFER);
      assertThat(a.remoteDescription()).isNull();
      assertThat(a.getTransceivers()).allMatch(t -> t.currentDirection() == null);
    }
    peers.await(a.setRemoteDescription(Peers.local(b)));
  }

  @Test
  void sectionsOfAnUnknownKindAreRejectedInTheAnswer() {
    String sdp = offer();
    String unknown =
        sdp.replaceFirst("m=application .*", "m=whatever 9 UDP/UNKNOWN 0")
            .replaceFirst("(a=group:BUNDLE \\S+ \\S+) \\S+", "$1");
    peers.await(b.setRemoteDescription(Peers.offer(unknown)));
    peers.await(b.setLocalDescription());
    assertThat(b.getTransceivers()).hasSize(2);
    assertThat(b.localDescription().sdp()).contains("m=whatever 0 UDP/UNKNOWN");
  }
}
