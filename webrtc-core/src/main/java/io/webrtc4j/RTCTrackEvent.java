package io.webrtc4j;

import java.util.List;

/**
 * The peer announces a track (W3C WebRTC §5.7).
 *
 * @param type the name of the event, {@code track}
 * @param receiver what receives it
 * @param track the track; muted until its media comes
 * @param streams the streams that it belongs to
 * @param transceiver the receiver's transceiver
 */
public record RTCTrackEvent(
    String type,
    RTCRtpReceiver receiver,
    MediaStreamTrack track,
    List<MediaStream> streams,
    RTCRtpTransceiver transceiver) {
  /** The list is copied. */
  public RTCTrackEvent {
    streams = List.copyOf(streams);
  }

  RTCTrackEvent(
      RTCRtpReceiver receiver,
      MediaStreamTrack track,
      List<MediaStream> streams,
      RTCRtpTransceiver transceiver) {
    this("track", receiver, track, streams, transceiver);
  }
}
