package io.webrtc4j.rtp;

import org.jspecify.annotations.Nullable;

/** The two forms of header extensions (RFC 8285 §4.2, §4.3). */
public enum ExtensionForm {
  /** Identifiers 1 to 14, values of 1 to 16 bytes. */
  ONE_BYTE(0xbede, 14, 1, 16),
  /** Identifiers 1 to 255, values of 0 to 255 bytes. */
  TWO_BYTE(0x1000, 255, 0, 255);

  // The low four bits are the application's.
  private static final int TWO_BYTE_MASK = 0xfff0;

  private final int profile;
  private final int maxId;
  private final int minLength;
  private final int maxLength;

  ExtensionForm(int profile, int maxId, int minLength, int maxLength) {
    this.profile = profile;
    this.maxId = maxId;
    this.minLength = minLength;
    this.maxLength = maxLength;
  }

  /** The smallest form in which a value of {@code length} bytes can be sent under {@code id}. */
  public static ExtensionForm of(int id, int length) {
    return ONE_BYTE.fits(id, length) ? ONE_BYTE : TWO_BYTE;
  }

  /** Whether a value of {@code length} bytes can be sent under {@code id}. */
  public boolean fits(int id, int length) {
    return id >= 1 && id <= maxId && length >= minLength && length <= maxLength;
  }

  /** What stands in the field "defined by profile" (RFC 3550 §5.3.1). */
  int profile() {
    return profile;
  }

  /** The form that this value of the field announces, or null if it is another. */
  static @Nullable ExtensionForm ofProfile(int profile) {
    if (profile == ONE_BYTE.profile) {
      return ONE_BYTE;
    }
    return (profile & TWO_BYTE_MASK) == TWO_BYTE.profile ? TWO_BYTE : null;
  }
}
