package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.Encoding;
import io.webrtc4j.jsep.media.MediaSections;
import io.webrtc4j.jsep.media.RemoteSources;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import java.util.List;
import java.util.Objects;

/** What a peer's section says to a transceiver. */
final class RemoteSide {
  private RemoteSide() {}

  static RemoteMedia of(Draft draft, Sections remote, int index) {
    MediaDescription section = remote.media(index);
    Direction direction = remote.direction(index).reversed();
    RemoteSources said = MediaSections.remoteSources(section);
    List<String> streams = List.of();
    if (direction.receives()) {
      streams = said.hasMsid() ? said.streamIds() : List.of(draft.defaultStreamId);
    }
    List<String> rids =
        MediaSections.simulcastToSend(section).stream()
            .map(Encoding::rid)
            .filter(Objects::nonNull)
            .toList();
    return new RemoteMedia(direction, streams, said.trackId().orElse(null), rids);
  }
}
