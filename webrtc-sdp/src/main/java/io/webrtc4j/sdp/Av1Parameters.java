package io.webrtc4j.sdp;

/**
 * The parameters of AV1 (RTP Payload Format For AV1 §7.2).
 *
 * @param profile 0 to 2; 0 where it is not said
 * @param levelIdx 0 to 31; 5, that is level 3.1, where it is not said
 * @param tier 0 or 1; 0 where it is not said
 */
public record Av1Parameters(int profile, int levelIdx, int tier) {
  private static final int MAX_PROFILE = 2;
  private static final int MAX_LEVEL = 31;
  private static final int DEFAULT_LEVEL = 5;

  /** Parameters by their values. */
  public Av1Parameters {
    Grammar.requireRange("profile", profile, 0, MAX_PROFILE);
    Grammar.requireRange("level-idx", levelIdx, 0, MAX_LEVEL);
    Grammar.requireRange("tier", tier, 0, 1);
  }

  /** Reads them; values that make no sense count as not said. */
  public static Av1Parameters of(FmtpAttribute fmtp) {
    FormatParameters parameters = new FormatParameters(fmtp);
    return new Av1Parameters(
        parameters.number("profile", 0, MAX_PROFILE, 0),
        parameters.number("level-idx", 0, MAX_LEVEL, DEFAULT_LEVEL),
        parameters.number("tier", 0, 1, 0));
  }
}
