package io.webrtc4j.jsep.media;

/** How much of everything a peer's media section may have. Browsers stay far below. */
public final class MediaLimits {
  /**
   * Formats in an {@code m=} line, and {@code rtpmap} lines: as many as there are payload types.
   */
  public static final int MAX_FORMATS = 128;

  /** {@code fmtp} lines; some peers write one for each parameter. */
  public static final int MAX_PARAMETER_LINES = 512;

  /** {@code rtcp-fb} lines. */
  public static final int MAX_FEEDBACK_LINES = 1_024;

  /** {@code extmap} lines. */
  public static final int MAX_EXTENSIONS = 256;

  /** {@code rid} lines, and names in a {@code simulcast} line. */
  public static final int MAX_RIDS = 64;

  /** {@code ssrc} and {@code ssrc-group} lines together. */
  public static final int MAX_SOURCE_LINES = 4_096;

  /** {@code msid} lines. */
  public static final int MAX_STREAMS = 256;

  /** Versions of simulcast that we send or take. */
  public static final int MAX_ENCODINGS = 8;

  private MediaLimits() {}
}
