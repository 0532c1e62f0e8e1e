package io.webrtc4j;

import io.webrtc4j.sdp.Direction;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The peer's tracks and streams, as its descriptions announce and withdraw them (W3C WebRTC §5.1.1,
 * "processing remote MediaStreamTracks"). All methods in a step.
 */
final class RemoteTracks {
  /** Streams are known again by their ids as long as anybody holds them. */
  private final Map<String, WeakReference<MediaStream>> streams = new HashMap<>();

  /** What one description changes, to be told after it was applied, in this order. */
  static final class Changes {
    private final List<MediaStreamTrack> muted = new ArrayList<>();
    private final List<Membership> removed = new ArrayList<>();
    private final List<Membership> added = new ArrayList<>();
    private final List<RTCTrackEvent> events = new ArrayList<>();

    void tell(List<Runnable> told, Consumer<RTCTrackEvent> trackListeners) {
      muted.forEach(track -> told.add(track::mute));
      removed.forEach(each -> told.add(() -> each.stream().removeRemote(each.track())));
      added.forEach(each -> told.add(() -> each.stream().addRemote(each.track())));
      events.forEach(event -> told.add(() -> trackListeners.accept(event)));
    }
  }

  private record Membership(MediaStream stream, MediaStreamTrack track) {}

  /**
   * "Process remote tracks".
   *
   * @param direction as seen from here; null if nothing is agreed any more
   * @param streamIds the streams that the peer's track belongs to
   */
  void process(
      RTCRtpTransceiver transceiver,
      @Nullable Direction direction,
      List<String> streamIds,
      Changes changes) {
    int before = changes.added.size();
    associate(transceiver.receiver(), streamIds, changes);
    boolean receives = direction != null && direction.receives();
    boolean fired = receives(transceiver.firedDirection());
    if ((receives && !fired) || changes.added.size() > before) {
      RTCRtpReceiver receiver = transceiver.receiver();
      changes.events.add(
          new RTCTrackEvent(receiver, receiver.track(), receiver.streams(), transceiver));
    }
    if (direction != null && !receives && fired) {
      mute(transceiver, changes);
    }
    transceiver.firedDirection(direction);
  }

  /** Our answer or the peer's takes the receiving away. */
  void withdraw(RTCRtpTransceiver transceiver, Direction direction, Changes changes) {
    if (!direction.receives() && receives(transceiver.firedDirection())) {
      associate(transceiver.receiver(), List.of(), changes);
      mute(transceiver, changes);
    }
  }

  private static boolean receives(@Nullable Direction fired) {
    return fired != null && fired.receives();
  }

  private static void mute(RTCRtpTransceiver transceiver, Changes changes) {
    MediaStreamTrack track = transceiver.receiver().track();
    if (!track.muted()) {
      changes.muted.add(track);
    }
  }

  /** "Set the associated remote streams". */
  private void associate(RTCRtpReceiver receiver, List<String> streamIds, Changes changes) {
    List<MediaStream> before = receiver.streams();
    List<MediaStream> now = streamIds.stream().distinct().map(this::stream).toList();
    for (MediaStream stream : before) {
      if (!now.contains(stream)) {
        changes.removed.add(new Membership(stream, receiver.track()));
      }
    }
    for (MediaStream stream : now) {
      if (!before.contains(stream)) {
        changes.added.add(new Membership(stream, receiver.track()));
      }
    }
    receiver.streams(now);
  }

  private MediaStream stream(String id) {
    WeakReference<MediaStream> known = streams.get(id);
    MediaStream stream = known == null ? null : known.get();
    if (stream == null) {
      streams.values().removeIf(each -> each.get() == null);
      stream = MediaStream.withId(id);
      streams.put(id, new WeakReference<>(stream));
    }
    return stream;
  }
}
