package io.webrtc4j;

/** What an {@link RTCDTMFSender} plays its tones on: the connection's side of it. */
interface DtmfLine {
  /** "Determine if DTMF can be sent" (W3C WebRTC §7.3). From any thread. */
  boolean canInsertDTMF();

  /**
   * Begins to play a tone.
   *
   * @param tone a digit, {@code A} to {@code D}, {@code *} or {@code #}
   * @param durationMillis from 40 to 6000
   */
  void play(char tone, int durationMillis);

  /** Runs {@code task} on the callback queue, {@code millis} milliseconds from now. */
  void after(int millis, Runnable task);
}
