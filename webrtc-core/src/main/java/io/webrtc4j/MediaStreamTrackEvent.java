package io.webrtc4j;

/**
 * The peer added a track to a stream or removed it (W3C Media Capture and Streams §4.4).
 *
 * @param type {@code addtrack} or {@code removetrack}
 * @param track the track
 */
public record MediaStreamTrackEvent(String type, MediaStreamTrack track) {}
