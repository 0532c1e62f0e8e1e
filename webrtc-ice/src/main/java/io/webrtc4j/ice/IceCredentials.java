package io.webrtc4j.ice;

import java.util.random.RandomGenerator;

/**
 * What authenticates the checks of one side (RFC 8445 §5.3), in the alphabet and the lengths of RFC
 * 8839 §5.4.
 *
 * @param ufrag the username fragment: 4 to 256 characters
 * @param pwd the password: 22 to 256 characters; a secret
 */
public record IceCredentials(String ufrag, String pwd) {
  /** The shortest username fragment. */
  public static final int MIN_UFRAG_LENGTH = 4;

  /** The shortest password. */
  public static final int MIN_PWD_LENGTH = 22;

  /** The longest of either. */
  public static final int MAX_LENGTH = 256;

  private static final String ICE_CHARS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  // Six bits a character: 48 bits of ufrag (24 are asked for) and 144 of password (128 asked for).
  private static final int GENERATED_UFRAG_LENGTH = 8;
  private static final int GENERATED_PWD_LENGTH = 24;

  /** Checks lengths and characters. */
  public IceCredentials {
    require("username fragment", ufrag, MIN_UFRAG_LENGTH);
    require("password", pwd, MIN_PWD_LENGTH);
  }

  /** New credentials; {@code random} must be unpredictable to anyone who could do harm. */
  public static IceCredentials generate(RandomGenerator random) {
    return new IceCredentials(
        iceChars(GENERATED_UFRAG_LENGTH, random), iceChars(GENERATED_PWD_LENGTH, random));
  }

  private static String iceChars(int length, RandomGenerator random) {
    StringBuilder chars = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      chars.append(ICE_CHARS.charAt(random.nextInt(ICE_CHARS.length())));
    }
    return chars.toString();
  }

  private static void require(String name, String value, int minimum) {
    if (value.length() < minimum || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "an ICE "
              + name
              + " has "
              + minimum
              + " to "
              + MAX_LENGTH
              + " characters, this one has "
              + value.length());
    }
    for (int i = 0; i < value.length(); i++) {
      if (ICE_CHARS.indexOf(value.charAt(i)) < 0) {
        throw new IllegalArgumentException(
            "an ICE " + name + " consists of letters, digits, '+' and '/'");
      }
    }
  }

  /** Tells the username fragment and hides the password. */
  @Override
  public String toString() {
    return "IceCredentials[ufrag=" + ufrag + ", pwd=hidden]";
  }
}
