package io.webrtc4j.jsep.media;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a media section says of the media that we send.
 *
 * @param streamIds the streams that the track belongs to (RFC 8830); none is {@code a=msid:-}
 * @param trackId the track; empty to leave it out. RFC 8829 no longer wants it, browsers all write
 *     it
 * @param cname the canonical name of our sources (RFC 5576 §6.1), one for a connection
 * @param ssrc the source, 0 to 2^32-1
 * @param rtxSsrc the source of retransmissions, if there may be any. It is signalled (RFC 5576
 *     §4.2), since Firefox ignores retransmissions of sources that it was not told
 * @param encodings the versions in order of preference; none stands for one without a name. Of
 *     several, no sources are signalled: the {@code rid} extensions tell them apart
 */
public record SentMedia(
    List<String> streamIds,
    String trackId,
    String cname,
    long ssrc,
    OptionalLong rtxSsrc,
    List<Encoding> encodings) {
  /** Media by its fields. */
  public SentMedia {
    streamIds = List.copyOf(streamIds);
    encodings = encodings.isEmpty() ? List.of(Encoding.UNNAMED) : List.copyOf(encodings);
  }
}
