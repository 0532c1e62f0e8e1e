package io.webrtc4j.interop.media;

import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.interop.browser.BrowserPeer.Description;
import io.webrtc4j.interop.shim.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Two peers and what carries the signals between them. Each negotiation ends with a look at whether
 * they agree; who fails shows all descriptions.
 */
final class Meeting implements AutoCloseable {
  private final Route route;
  private final MediaPeer offerer;
  private final MediaPeer answerer;
  private final Map<MediaPeer, Trickle> candidates = new LinkedHashMap<>();
  private final Map<MediaPeer, ExpectedTracks> tracks = new LinkedHashMap<>();
  private final Map<String, Boolean> openChannels = new LinkedHashMap<>();
  private final Set<MediaPeer> offering = new HashSet<>();
  private final List<String> transcript = new ArrayList<>();

  /**
   * A meeting of peers that know nothing of one another yet.
   *
   * @param offerer who makes the first offer
   */
  Meeting(MediaPeer offerer, MediaPeer answerer) {
    this(offerer, answerer, Route.DIRECT);
  }

  /** The same, of peers that see one another's candidates as {@code route} rewrites them. */
  Meeting(MediaPeer offerer, MediaPeer answerer, Route route) {
    this.route = route;
    this.offerer = offerer;
    this.answerer = answerer;
    for (MediaPeer peer : List.of(offerer, answerer)) {
      Trickle trickle = new Trickle(candidate -> trickle(candidate, other(peer)));
      candidates.put(peer, trickle);
      tracks.put(peer, new ExpectedTracks());
      peer.onCandidate(trickle::add);
    }
  }

  private void trickle(RTCIceCandidateInit candidate, MediaPeer to) {
    route
        .candidate(candidate.candidate())
        .map(
            text ->
                new RTCIceCandidateInit(
                    text,
                    candidate.sdpMid(),
                    candidate.sdpMLineIndex(),
                    candidate.usernameFragment()))
        .ifPresent(to::addCandidate);
  }

  /** Plays a scenario; if it fails, the failure has the {@link #logs}. */
  void play(Consumer<Meeting> scenario) {
    try {
      scenario.accept(this);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + logs(), e);
    }
  }

  MediaPeer offerer() {
    return offerer;
  }

  MediaPeer answerer() {
    return answerer;
  }

  /** The offerer makes a channel, over which messages go both ways after each negotiation. */
  void openChannel(String label) {
    offerer.openChannel(label);
    openChannels.put(label, false);
  }

  /** An offer of the offerer's and its answer. */
  void negotiate() {
    negotiate(offerer, answerer);
  }

  /** An offer of either and its answer. */
  void negotiate(MediaPeer from, MediaPeer to) {
    negotiate(from, to, UnaryOperator.identity(), () -> {}, UnaryOperator.identity());
  }

  /** The same, with something that the answerer does when it knows the offer. */
  void negotiate(Runnable beforeAnswer) {
    negotiate(offerer, answerer, UnaryOperator.identity(), beforeAnswer, UnaryOperator.identity());
  }

  /** The same, with descriptions that are changed on their way. */
  void negotiate(
      MediaPeer from,
      MediaPeer to,
      UnaryOperator<String> offerOnItsWay,
      Runnable beforeAnswer,
      UnaryOperator<String> answerOnItsWay) {
    deliver(from, to, offerOnItsWay);
    beforeAnswer.run();
    deliver(to, from, answerOnItsWay);
    lookWhetherTheyAgree();
  }

  /** One side makes an offer that does not reach the other. */
  Description offerInVain(MediaPeer from) {
    return record(from, from.setLocal());
  }

  /** An offer or answer, whatever is due. */
  void deliver(MediaPeer from, MediaPeer to, UnaryOperator<String> onItsWay) {
    Description made = record(from, from.setLocal());
    hand(new Description(made.type(), onItsWay.apply(made.sdp())), from, to);
  }

  /** Hands over a description that was made. */
  void hand(Description description, MediaPeer from, MediaPeer to) {
    offering.remove(to);
    if (description.type().equals("answer") && from.tellsAgainOfWhatItRefused()) {
      tracks.get(from).localAnswer(description);
    }
    to.setRemote(new Description(description.type(), route.description(description.sdp())));
    tracks.get(to).remote(description);
    candidates.get(from).follow(description);
  }

  /** One side takes its offer back, or the one that it was given. */
  void rollBack(MediaPeer peer) {
    if (offering.remove(peer)) {
      peer.rollBack();
    } else {
      peer.setRemote(new Description("rollback", ""));
      tracks.get(peer).rollBackRemote();
    }
  }

  /** Fails unless both sides have come to the same result and can use it. */
  void lookWhetherTheyAgree() {
    Map<MediaPeer, PeerView> views = Map.of(offerer, offerer.view(), answerer, answerer.view());
    Agreement.of(views.get(offerer), views.get(answerer)).check();
    if (Section.of(views.get(offerer).localDescription()).stream().anyMatch(s -> !s.isRejected())) {
      tracks.keySet().forEach(MediaPeer::awaitConnected);
    }
    openChannels.replaceAll((label, wasOpen) -> echo(label, wasOpen));
    tracks.forEach(
        (peer, expected) -> Agreement.checkTracks(views.get(peer).tracks(), expected.events()));
    candidates.values().forEach(Agreement::checkCandidates);
  }

  /** All descriptions, and what the peers have to say. */
  String logs() {
    return String.join("", transcript) + offerer.logs() + answerer.logs();
  }

  @Override
  public void close() {
    offerer.close();
    answerer.close();
  }

  private MediaPeer other(MediaPeer peer) {
    return peer == offerer ? answerer : offerer;
  }

  private boolean echo(String label, boolean wasOpen) {
    if (!wasOpen) {
      offerer.awaitOpen(label);
      answerer.awaitOpen(label);
    }
    offerer.send(label, "hello");
    Agreement.checkMessage(answerer.awaitMessage(label), "hello");
    answerer.send(label, "hello yourself");
    Agreement.checkMessage(offerer.awaitMessage(label), "hello yourself");
    return true;
  }

  private Description record(MediaPeer from, Description made) {
    if (made.type().equals("offer")) {
      offering.add(from);
    }
    String who = from == offerer ? "the first offerer" : "the first answerer";
    transcript.add("--- " + made.type() + " of " + who + ":\n" + made.sdp());
    return made;
  }
}
