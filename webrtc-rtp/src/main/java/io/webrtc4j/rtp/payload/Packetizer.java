package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.PacketBuffer;

/** Cuts the frames of one RTP stream into payloads. Not thread-safe. */
public interface Packetizer {

  /**
   * Begins a frame; payloads left over from the one before are dropped. The bytes are read until
   * the last payload was written, and must not be changed before.
   *
   * @param maxLength of a payload, in bytes; at least 100
   * @throws IllegalArgumentException if the bytes are no frame of this codec
   */
  void begin(byte[] frame, int maxLength);

  /**
   * Whether the frame has another payload; the last has the marker bit where the codec wants it.
   */
  boolean hasNext();

  /**
   * Appends the frame's next payload to {@code out}.
   *
   * @throws IllegalStateException if there is none
   */
  void next(PacketBuffer out);

  /** Whether the frame that was begun can be decoded without those before it. */
  boolean isKeyFrame();
}
