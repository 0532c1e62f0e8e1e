package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;

/**
 * Puts the frames of one RTP stream together. The caller knows which packets belong together, by
 * their timestamp and sequence numbers; this knows what is in them. Not thread-safe.
 */
public interface Depacketizer {

  /**
   * Whether a frame can begin with this payload. Where the payload does not say, as in some of
   * H.264's, the answer is yes for what may be one.
   */
  boolean canBeginFrame(byte[] array, int start, int end);

  /** Begins a frame and forgets what was added to one before. */
  void begin();

  /**
   * Adds the frame's next payload. The bytes are copied.
   *
   * @throws DecodeException if it is malformed, or does not continue the frame; then the frame is
   *     lost and {@link #begin} is next
   */
  void add(byte[] array, int start, int end) throws DecodeException;

  /**
   * Ends the frame and gives what its decoder wants, the caller's to keep. Of H.264 and H.265 it
   * comes in Annex B form, each NAL unit after a start code; of AV1 as a temporal unit of OBUs with
   * sizes, without temporal delimiter.
   *
   * @throws DecodeException if it is incomplete
   */
  byte[] end() throws DecodeException;

  /** Whether the frame that ended can be decoded without those before it; always so of audio. */
  boolean isKeyFrame();
}
