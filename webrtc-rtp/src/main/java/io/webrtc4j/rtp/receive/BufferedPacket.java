package io.webrtc4j.rtp.receive;

import io.webrtc4j.rtp.session.RtpCodec;
import org.jspecify.annotations.Nullable;

/**
 * A packet that waits for its turn.
 *
 * @param timestamp unwrapped
 * @param codec of its payload, or null if it has nothing for a frame: padding, error correction,
 *     telephone events and the like
 * @param payload a copy
 * @param received when it came
 */
@SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
record BufferedPacket(
    long index,
    long timestamp,
    boolean marker,
    @Nullable RtpCodec codec,
    byte[] payload,
    long received) {
  private static final byte[] NOTHING = {};

  /** A packet with nothing for a frame, which only shows that no packet is missing there. */
  static BufferedPacket filler(long index, long timestamp, long received) {
    return new BufferedPacket(index, timestamp, false, null, NOTHING, received);
  }

  boolean isFiller() {
    return codec == null;
  }
}
