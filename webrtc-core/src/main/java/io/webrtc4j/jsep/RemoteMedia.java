package io.webrtc4j.jsep;

import io.webrtc4j.sdp.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the peer's description that is applied now says of a transceiver's section.
 *
 * @param direction as seen from us: {@code RECVONLY} if the peer only sends. Of a rejected section
 *     {@code INACTIVE}
 * @param streamIds the streams that its track belongs to; none unless the peer sends
 * @param trackId the track, if it is named
 * @param simulcastRids the versions that the peer asks us to send, in its order
 */
public record RemoteMedia(
    Direction direction,
    List<String> streamIds,
    @Nullable String trackId,
    List<String> simulcastRids) {
  /** The lists are copied. */
  public RemoteMedia {
    streamIds = List.copyOf(streamIds);
    simulcastRids = List.copyOf(simulcastRids);
  }
}
