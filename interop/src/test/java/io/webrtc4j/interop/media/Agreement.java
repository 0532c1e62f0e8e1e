package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.media.PeerView.TrackEvent;
import io.webrtc4j.interop.media.PeerView.Transceiver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether two peers have come to the same result, each seen from its own end. */
record Agreement(PeerView one, PeerView other) {
  private static final Map<String, String> SEEN_FROM_THE_OTHER_END =
      Map.of("sendonly", "recvonly", "recvonly", "sendonly");

  static Agreement of(PeerView one, PeerView other) {
    return new Agreement(one, other);
  }

  void check() {
    assertThat(one.signalingState()).as("signaling state").isEqualTo("stable");
    assertThat(other.signalingState()).as("signaling state").isEqualTo("stable");
    Map<String, Transceiver> ofOther = byMid(other);
    assertThat(byMid(one).keySet()).as("mids").isEqualTo(ofOther.keySet());
    for (Transceiver mine : one.negotiated()) {
      Transceiver theirs = ofOther.get(mine.mid());
      String what = "section %s, as %s and %s".formatted(mine.mid(), mine, theirs);
      assertThat(mine.kind()).as(what).isEqualTo(theirs.kind());
      assertThat(reversed(mine.currentDirection())).as(what).isEqualTo(theirs.currentDirection());
      checkOneWay(mine, theirs, other);
      checkOneWay(theirs, mine, one);
    }
  }

  /** Whether nothing is left to be negotiated. */
  boolean isAllThatIsWanted() {
    Map<String, Transceiver> ofOther = byMid(other);
    return one.signalingState().equals("stable")
        && other.signalingState().equals("stable")
        && one.transceivers().size() == other.transceivers().size()
        && ofOther.size() == other.transceivers().size()
        && one.transceivers().stream()
            .allMatch(mine -> mine.isNegotiated() && isWanted(mine, ofOther.get(mine.mid())));
  }

  private static boolean isWanted(Transceiver mine, @Nullable Transceiver theirs) {
    return theirs != null
        && mine.sends() == (mine.wantsToSend() && theirs.wantsToReceive())
        && theirs.sends() == (theirs.wantsToSend() && mine.wantsToReceive());
  }

  static void checkTracks(List<TrackEvent> events, List<TrackEvent> expected) {
    assertThat(events.stream().map(Agreement::unordered).toList())
        .as("track events")
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(Agreement::unordered).toList());
  }

  static void checkCandidates(Trickle trickle) {
    assertThat(trickle.errors()).as("candidates that were refused").isEmpty();
  }

  static void checkMessage(Object received, String sent) {
    assertThat(received).as("message").isEqualTo(sent);
  }

  private static void checkOneWay(Transceiver sender, Transceiver receiver, PeerView atReceiver) {
    if (!sender.sends()) {
      return;
    }
    String what = "from %s to %s".formatted(sender, receiver);
    assertThat(sender.sendCodecs()).as(what).isNotEmpty();
    assertThat(receiver.receiveCodecs()).as(what).contains(sender.sendCodecs().get(0));
    List<TrackEvent> events =
        atReceiver.tracks().stream().filter(event -> event.mid().equals(sender.mid())).toList();
    assertThat(events).as(what).isNotEmpty();
    assertThat(events.get(events.size() - 1).streams())
        .as(what)
        .containsExactlyInAnyOrderElementsOf(sender.streams());
  }

  private static Map<String, Transceiver> byMid(PeerView view) {
    return view.negotiated().stream()
        .collect(Collectors.toMap(Transceiver::mid, Function.identity()));
  }

  private static String reversed(String direction) {
    return SEEN_FROM_THE_OTHER_END.getOrDefault(direction, direction);
  }

  private static List<Object> unordered(TrackEvent event) {
    return List.of(event.mid(), event.kind(), Set.copyOf(event.streams()));
  }
}
