package io.webrtc4j.sdp;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The parameters of H.264 (RFC 6184 §8.1) that decide whether two peers' formats are the same.
 *
 * @param profileIdc the first byte of {@code profile-level-id}
 * @param profileIop the second byte, the constraint flags
 * @param levelIdc the third byte, ten times the level
 * @param packetizationMode 0, 1 or 2
 * @param levelAsymmetryAllowed whether each way may have a level of its own
 */
public record H264Parameters(
    int profileIdc,
    int profileIop,
    int levelIdc,
    int packetizationMode,
    boolean levelAsymmetryAllowed) {
  /** Where nothing is said: Baseline, level 1 (RFC 6184 §8.1). */
  private static final String DEFAULT_PROFILE_LEVEL = "42000A";

  private static final int PROFILE_LEVEL_DIGITS = 6;
  private static final int MAX_MODE = 2;
  private static final int MAX_BYTE = 255;
  private static final int LEVEL_1B = 11;
  private static final int CONSTRAINT_SET_3 = 0x10;
  private static final int LEVEL_1B_IDC = 9;

  /** What a profile is called, of those that differ for a decoder. */
  public enum Profile {
    /** Constrained Baseline. */
    CONSTRAINED_BASELINE,
    /** Baseline. */
    BASELINE,
    /** Main. */
    MAIN,
    /** Extended. */
    EXTENDED,
    /** Constrained High. */
    CONSTRAINED_HIGH,
    /** High. */
    HIGH,
    /** High 4:4:4 Predictive. */
    HIGH_444_PREDICTIVE,
    /** Any other. */
    OTHER
  }

  /** Parameters by their values. */
  public H264Parameters {
    Grammar.requireRange("profile_idc", profileIdc, 0, MAX_BYTE);
    Grammar.requireRange("profile-iop", profileIop, 0, MAX_BYTE);
    Grammar.requireRange("level_idc", levelIdc, 0, MAX_BYTE);
    Grammar.requireRange("packetization-mode", packetizationMode, 0, MAX_MODE);
  }

  /** Reads them; empty if {@code profile-level-id} is malformed. */
  public static Optional<H264Parameters> of(FmtpAttribute fmtp) {
    String profileLevel = fmtp.parameter("profile-level-id").orElse(DEFAULT_PROFILE_LEVEL);
    if (profileLevel.length() != PROFILE_LEVEL_DIGITS
        || !profileLevel.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    FormatParameters parameters = new FormatParameters(fmtp);
    byte[] bytes = HexFormat.of().parseHex(profileLevel);
    return Optional.of(
        new H264Parameters(
            bytes[0] & MAX_BYTE,
            bytes[1] & MAX_BYTE,
            bytes[2] & MAX_BYTE,
            parameters.number("packetization-mode", 0, MAX_MODE, 0),
            parameters.flag("level-asymmetry-allowed", false)));
  }

  /** {@code profile-level-id} in six hexadecimal digits. */
  public String profileLevelId() {
    return HexFormat.of().toHexDigits((byte) profileIdc)
        + HexFormat.of().toHexDigits((byte) profileIop)
        + HexFormat.of().toHexDigits((byte) levelIdc);
  }

  /** The profile by Table 5 of RFC 6184 §8.1. */
  public Profile profile() {
    return switch (profileIdc) {
      case 0x42 -> has(0x40) ? Profile.CONSTRAINED_BASELINE : Profile.BASELINE;
      case 0x4D -> has(0x80) ? Profile.CONSTRAINED_BASELINE : Profile.MAIN;
      case 0x58 ->
          has(0xC0)
              ? Profile.CONSTRAINED_BASELINE
              : has(0x80) ? Profile.BASELINE : Profile.EXTENDED;
      case 0x64 -> has(0x0C) ? Profile.CONSTRAINED_HIGH : Profile.HIGH;
      case 0xF4 -> Profile.HIGH_444_PREDICTIVE;
      default -> Profile.OTHER;
    };
  }

  /** Ten times the level; 9 stands for level 1b. */
  public int level() {
    boolean is1b =
        levelIdc == LEVEL_1B && has(CONSTRAINT_SET_3) && profileIdc != 0x64 && profileIdc != 0xF4;
    return is1b ? LEVEL_1B_IDC : levelIdc;
  }

  /** Whether both are formats for the same decoder: profile and packetization mode. */
  public boolean matches(H264Parameters other) {
    return profile() == other.profile()
        && (profile() != Profile.OTHER || profileIdc == other.profileIdc)
        && packetizationMode == other.packetizationMode;
  }

  private boolean has(int flags) {
    return (profileIop & flags) == flags;
  }
}
