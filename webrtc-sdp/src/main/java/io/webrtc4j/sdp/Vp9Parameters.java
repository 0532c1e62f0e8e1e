package io.webrtc4j.sdp;

/**
 * The parameters of VP9 (RFC 9628 §6).
 *
 * @param profileId 0 to 3; 0 where it is not said
 */
public record Vp9Parameters(int profileId) {
  private static final int MAX_PROFILE = 3;

  /** Parameters by their values. */
  public Vp9Parameters {
    Grammar.requireRange("profile-id", profileId, 0, MAX_PROFILE);
  }

  /** Reads them; values that make no sense count as not said. */
  public static Vp9Parameters of(FmtpAttribute fmtp) {
    return new Vp9Parameters(new FormatParameters(fmtp).number("profile-id", 0, MAX_PROFILE, 0));
  }
}
