package io.webrtc4j;

import io.webrtc4j.rtp.session.Delivery;

/** Where a track's media goes: a sender, or a listener. May be called from any thread. */
interface MediaSink {

  /** What comes next does not continue what came before. */
  default void interrupted() {}

  /** What it takes. */
  Delivery wanted();

  /**
   * Takes a frame, if it wants frames.
   *
   * @return whether it has room for it
   */
  boolean frame(EncodedFrame frame);

  /**
   * Takes a packet, if it wants packets.
   *
   * @return whether it has room for it
   */
  boolean packet(MediaPacket packet);
}
