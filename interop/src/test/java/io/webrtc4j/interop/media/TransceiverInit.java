package io.webrtc4j.interop.media;

import java.util.List;

/**
 * How a transceiver is added.
 *
 * @param withTrack whether it has a track to send
 * @param direction as the W3C writes it
 * @param streams the names of the track's streams
 * @param rids the names of the versions to send, each of twice the size of the one before
 */
record TransceiverInit(
    boolean withTrack, String direction, List<String> streams, List<String> rids) {
  /** Without a track, to send and receive. */
  static final TransceiverInit PLAIN = new TransceiverInit(false, "sendrecv", List.of(), List.of());

  static TransceiverInit of(String direction) {
    return new TransceiverInit(false, direction, List.of(), List.of());
  }

  TransceiverInit withTrackIn(String... names) {
    return new TransceiverInit(true, direction, List.of(names), rids);
  }

  TransceiverInit withRids(String... names) {
    return new TransceiverInit(withTrack, direction, streams, List.of(names));
  }
}
