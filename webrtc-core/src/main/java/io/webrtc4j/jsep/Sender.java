package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.Encoding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transceiver's sender means to send.
 *
 * @param trackId of its {@code a=msid} line; stays when the track is replaced
 * @param streamIds the streams that the track belongs to, {@code [[AssociatedMediaStreamIds]]}
 * @param encodings the versions, in order of preference; at least one
 * @param sources the numbers of its RTP streams; null until a description needs them
 */
public record Sender(
    String trackId, List<String> streamIds, List<Encoding> encodings, @Nullable Sources sources) {

  /**
   * The numbers of the RTP streams that are sent without a {@code rid}.
   *
   * @param ssrc of the media, 0 to 2^32-1
   * @param rtxSsrc of its retransmissions
   */
  public record Sources(long ssrc, long rtxSsrc) {}

  /** Lists are copied; streams are counted once, and no encodings are one without a name. */
  public Sender {
    streamIds = streamIds.stream().distinct().toList();
    encodings = encodings.isEmpty() ? List.of(Encoding.UNNAMED) : List.copyOf(encodings);
  }

  /** The same with other streams. */
  public Sender withStreamIds(List<String> streamIds) {
    return new Sender(trackId, streamIds, encodings, sources);
  }

  /** The same with another track. */
  public Sender withTrackId(String trackId) {
    return new Sender(trackId, streamIds, encodings, sources);
  }

  /** The same with other versions. */
  public Sender withEncodings(List<Encoding> encodings) {
    return new Sender(trackId, streamIds, encodings, sources);
  }

  Sender withSources(Sources sources) {
    return new Sender(trackId, streamIds, encodings, sources);
  }
}
