package io.webrtc4j.rtp.receive;

import io.webrtc4j.rtp.session.RtpCodec;

/** A frame put together, and what its packets tell of it. */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Assembly(
    byte[] data,
    boolean keyFrame,
    RtpCodec codec,
    long timestamp,
    boolean marker,
    int packets,
    long firstReceived,
    long lastReceived) {

  /** Who takes frames. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a frame.
     *
     * @param gap whether frames before it are missing
     * @return false if frames were not taken away in time, and all that waited were dropped
     */
    boolean take(Assembly frame, boolean gap, long now);
  }
}
