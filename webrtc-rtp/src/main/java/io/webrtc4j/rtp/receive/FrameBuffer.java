package io.webrtc4j.rtp.receive;

/** Where packets wait until they are a frame whose turn has come. */
sealed interface FrameBuffer permits VideoBuffer, AudioBuffer {
  /** Takes a packet; false if it is no longer wanted. */
  boolean insert(BufferedPacket packet, long now);

  /** Packets up to this one are missing and will not come. */
  void lost(long index, long now);

  /** The source begins anew at {@code index}. */
  void restart(long index, long now);

  /** Gives what time has come for. */
  void handleTimeout(long now);

  /** When {@link #handleTimeout} is wanted. */
  long nextDeadline();
}
