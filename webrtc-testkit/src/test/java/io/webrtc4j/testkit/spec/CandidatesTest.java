package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionIceEvent;
import io.webrtc4j.RTCRtpTransceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** addIceCandidate, and the candidates that are told (§4.4.2, §4.8). */
class CandidatesTest {
  private static final String LINE = "candidate:1 1 udp 2113929471 192.0.2.1 12345 typ host";

  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  private static String ufrag(String sdp) {
    int start = sdp.indexOf("a=ice-ufrag:") + "a=ice-ufrag:".length();
    return sdp.substring(start, sdp.indexOf('\r', start));
  }

  private void offerOfTwo() {
    a.addTransceiver("audio");
    a.addTransceiver("video");
    peers.offer(a, b);
  }

  private String mid(int index) {
    return b.getTransceivers().get(index).mid();
  }

  private CompletableFuture<?> add(String line, String mid, Integer index, String ufrag) {
    return b.addIceCandidate(new RTCIceCandidateInit(line, mid, index, ufrag));
  }

  @Test
  void aCandidateNeedsADescriptionOfThePeers() {
    assertThat(peers.refused(add(LINE, "0", null, null))).isEqualTo("InvalidStateError");
    assertThat(peers.refused(b.addIceCandidate())).isEqualTo("InvalidStateError");
    b.addTransceiver("audio");
    peers.await(b.setLocalDescription());
    assertThat(peers.refused(add(LINE, "0", null, null))).isEqualTo("InvalidStateError");
  }

  @Test
  void aCandidateNamesItsSection() {
    offerOfTwo();
    assertThat(peers.refused(add(LINE, null, null, null))).isEqualTo("TypeError");
    peers.await(add(LINE, mid(0), null, null));
    peers.await(add(LINE.replace("12345", "12346"), null, 0, null));
    assertThat(b.remoteDescription().sdp()).contains("a=" + LINE).contains("12346");
  }

  @Test
  void theSectionIsLookedUpByMidBeforeIndex() {
    offerOfTwo();
    assertThat(peers.refused(add(LINE, "nowhere", null, null))).isEqualTo("OperationError");
    assertThat(peers.refused(add(LINE, "nowhere", 0, null))).isEqualTo("OperationError");
    assertThat(peers.refused(add(LINE, null, 2, null))).isEqualTo("OperationError");
    peers.await(add(LINE, mid(1), 17, null));
    String sdp = b.remoteDescription().sdp();
    assertThat(sdp.indexOf(LINE)).isGreaterThan(sdp.indexOf("m=video"));
  }

  @Test
  void theGenerationIsOneOfADescription() {
    offerOfTwo();
    String ufrag = ufrag(b.remoteDescription().sdp());
    peers.await(add(LINE, mid(0), null, ufrag));
    assertThat(peers.refused(add(LINE, mid(0), null, "other"))).isEqualTo("OperationError");
  }

  @Test
  void aMalformedCandidateIsAnOperationError() {
    offerOfTwo();
    String before = b.remoteDescription().sdp();
    for (String bad : List.of("nonsense", "candidate:", "candidate:1 1 udp x 1.2.3.4 5 typ host")) {
      assertThat(peers.refused(add(bad, mid(0), null, null))).as(bad).isEqualTo("OperationError");
    }
    assertThat(b.remoteDescription().sdp()).isEqualTo(before);
  }

  @Test
  void theEndOfCandidatesIsOfOneSectionOrOfAll() {
    offerOfTwo();
    peers.await(add("", mid(0), null, null));
    assertThat(b.remoteDescription().sdp()).containsOnlyOnce("a=end-of-candidates");
    peers.await(add("", null, 1, null));
    assertThat(b.remoteDescription().sdp().split("a=end-of-candidates", -1)).hasSize(3);

    Peers others = new Peers();
    others.a.addTransceiver("audio");
    others.a.addTransceiver("video");
    others.offer(others.a, others.b);
    others.await(others.b.addIceCandidate());
    others.await(others.b.addIceCandidate((RTCIceCandidate) null));
    assertThat(others.b.remoteDescription().sdp().split("a=end-of-candidates", -1)).hasSize(3);
    assertThat(others.refused(others.b.addIceCandidate(new RTCIceCandidateInit("", "nowhere"))))
        .isEqualTo("OperationError");
  }

  @Test
  void aCandidateGoesIntoThePendingOrTheCurrentDescription() {
    offerOfTwo();
    peers.await(add(LINE, mid(0), null, null));
    assertThat(b.pendingRemoteDescription().sdp()).contains(LINE);
    assertThat(b.currentRemoteDescription()).isNull();
    peers.answer(b, a);
    peers.await(add(LINE.replace("12345", "12399"), mid(0), null, null));
    assertThat(b.currentRemoteDescription().sdp()).contains(LINE).contains("12399");
  }

  @Test
  void aClosedConnectionTakesNone() {
    offerOfTwo();
    String mid = mid(0);
    b.close();
    assertThat(peers.refused(add(LINE, mid, null, null))).isEqualTo("InvalidStateError");
    assertThat(peers.refused(b.addIceCandidate())).isEqualTo("InvalidStateError");
    assertThat(peers.refused(add(LINE, null, null, null))).isEqualTo("TypeError");
  }

  @Test
  void ourCandidatesNameSectionAndGeneration() {
    a.addTransceiver("audio");
    a.addTransceiver("video");
    List<RTCPeerConnectionIceEvent> events = new ArrayList<>();
    a.onIceCandidate(events::add);
    peers.await(a.setLocalDescription());
    peers.settle();
    String sdp = a.localDescription().sdp();
    List<String> mids = a.getTransceivers().stream().map(RTCRtpTransceiver::mid).toList();
    assertThat(events.get(events.size() - 1).candidate()).isNull();
    for (RTCPeerConnectionIceEvent event : events.subList(0, events.size() - 1)) {
      RTCIceCandidate candidate = event.candidate();
      assertThat(event.type()).isEqualTo("icecandidate");
      assertThat(candidate.sdpMid()).isEqualTo(mids.get(candidate.sdpMLineIndex()));
      assertThat(sdp).contains("a=ice-ufrag:" + candidate.usernameFragment());
      if (!candidate.candidate().isEmpty()) {
        assertThat(candidate.type().toString()).isEqualTo("host");
        assertThat(candidate.address()).isEqualTo("10.0.0.1");
        assertThat(candidate.protocol().toString()).isEqualTo("udp");
        assertThat(candidate.component().toString()).isEqualTo("rtp");
        assertThat(candidate.url()).isNull();
        assertThat(event.url()).isNull();
      }
    }
  }

  @Test
  void eachGenerationEndsWithOneEmptyCandidateForEachTransport() {
    a.addTransceiver("audio");
    List<String> ends = new ArrayList<>();
    a.onIceCandidate(
        event -> {
          if (event.candidate() == null) {
            ends.add("null");
          } else if (event.candidate().candidate().isEmpty()) {
            ends.add(event.candidate().sdpMid());
          }
        });
    peers.trickle();
    peers.negotiate();
    peers.settle();
    String mid = a.getTransceivers().get(0).mid();
    assertThat(ends).containsExactly(mid, "null");
    a.restartIce();
    peers.negotiate();
    peers.settle();
    assertThat(ends).containsExactly(mid, "null", mid, "null");
  }

  @Test
  void whetherThePeerTricklesIsKnownFromItsDescription() {
    assertThat(b.canTrickleIceCandidates()).isNull();
    offerOfTwo();
    assertThat(b.canTrickleIceCandidates()).isTrue();
    assertThat(a.canTrickleIceCandidates()).isNull();
    Peers others = new Peers();
    String without = Peers.local(a).sdp().replaceAll("a=ice-options:[^\r]*\r\n", "");
    others.await(others.b.setRemoteDescription(Peers.offer(without)));
    assertThat(others.b.canTrickleIceCandidates()).isFalse();
  }

  @Test
  void aCandidateIsReadIntoItsParts() {
    RTCIceCandidate candidate =
        new RTCIceCandidate(
            new RTCIceCandidateInit(
                "candidate:1905690388 2 tcp 2113937151 192.0.2.7 58041 typ srflx raddr 10.1.1.1"
                    + " rport 9 tcptype passive generation 0 ufrag thC8",
                "audio",
                3,
                "thC8"));
    assertThat(candidate.foundation()).isEqualTo("1905690388");
    assertThat(candidate.component().toString()).isEqualTo("rtcp");
    assertThat(candidate.priority()).isEqualTo(2113937151L);
    assertThat(candidate.address()).isEqualTo("192.0.2.7");
    assertThat(candidate.protocol().toString()).isEqualTo("tcp");
    assertThat(candidate.port()).isEqualTo(58041);
    assertThat(candidate.type().toString()).isEqualTo("srflx");
    assertThat(candidate.tcpType().toString()).isEqualTo("passive");
    assertThat(candidate.relatedAddress()).isEqualTo("10.1.1.1");
    assertThat(candidate.relatedPort()).isEqualTo(9);
    assertThat(candidate.usernameFragment()).isEqualTo("thC8");
    assertThat(candidate.sdpMid()).isEqualTo("audio");
    assertThat(candidate.sdpMLineIndex()).isEqualTo(3);
    assertThat(candidate.toJSON())
        .isEqualTo(new RTCIceCandidateInit(candidate.candidate(), "audio", 3, "thC8"));
  }

  @Test
  void aCandidateThatCannotBeReadHasNoParts() {
    RTCIceCandidate candidate =
        new RTCIceCandidate(new RTCIceCandidateInit("nonsense", null, 0, null));
    assertThat(candidate.candidate()).isEqualTo("nonsense");
    assertThat(candidate.foundation()).isNull();
    assertThat(candidate.port()).isNull();
    assertThat(candidate.type()).isNull();
    assertThat(
            Peers.thrown(() -> new RTCIceCandidate(new RTCIceCandidateInit("x", null, null, null))))
        .isEqualTo("TypeError");
  }
}
