package io.webrtc4j.interop.media;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random changes of a peer that call for a negotiation. */
final class Changes {
  private static final List<String> KINDS = List.of("audio", "video");
  private static final List<String> DIRECTIONS =
      List.of("sendrecv", "sendonly", "recvonly", "inactive");
  private static final int MAX_TRACKS = 3;

  private final MediaPeer peer;
  private final boolean withRestarts;
  private final RandomGenerator random;
  private final Deque<String> added = new ArrayDeque<>();
  private final List<String> made = new ArrayList<>();

  /**
   * No change so far.
   *
   * @param withRestarts whether ICE restarts are among them
   */
  Changes(MediaPeer peer, boolean withRestarts, RandomGenerator random) {
    this.peer = peer;
    this.withRestarts = withRestarts;
    this.random = random;
  }

  /** The next change; it may be made on any thread. */
  Runnable next() {
    return switch (random.nextInt(4)) {
      case 0 -> withRestarts ? change("restartIce", peer::restartIce) : setDirection();
      case 1 -> setDirection();
      default -> added.size() < MAX_TRACKS ? addTrack() : removeTrack();
    };
  }

  /** All changes so far. */
  @Override
  public String toString() {
    return made.toString();
  }

  private Runnable setDirection() {
    int transceiver = random.nextInt(2);
    String direction = DIRECTIONS.get(random.nextInt(DIRECTIONS.size()));
    return change(
        "setDirection " + transceiver + " " + direction,
        () -> peer.setDirection(transceiver, direction));
  }

  private Runnable addTrack() {
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    String track = "track " + made.size();
    added.add(track);
    return change("addTrack " + kind, () -> peer.addTrack(track, kind, "stream"));
  }

  private Runnable removeTrack() {
    String track = added.remove();
    return change("removeTrack", () -> peer.removeTrack(track));
  }

  private Runnable change(String what, Runnable how) {
    made.add(what);
    return how;
  }
}
