package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/** Decodes Punycode (RFC 3492 §6.2), which stands behind {@code xn--} in a name's label. */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 0x80;

  private Punycode() {}

  /** The text; null if it cannot be decoded. */
  static @Nullable String decode(String encoded) {
    int basic = Math.max(0, encoded.lastIndexOf('-'));
    StringBuilder text = new StringBuilder(encoded.substring(0, basic));
    int position = basic == 0 ? 0 : basic + 1;
    long codePoint = INITIAL_N;
    int bias = INITIAL_BIAS;
    long i = 0;
    while (position < encoded.length()) {
      long before = i;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = position < encoded.length() ? digit(encoded.charAt(position++)) : -1;
        i += digit * weight;
        if (digit < 0 || i > Integer.MAX_VALUE) {
          return null;
        }
        int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
      }
      int length = text.codePointCount(0, text.length()) + 1;
      bias = adapted(i - before, length, before == 0);
      codePoint += i / length;
      if (codePoint > Character.MAX_CODE_POINT) {
        return null;
      }
      text.insert(
          text.offsetByCodePoints(0, (int) (i % length)), Character.toString((int) codePoint));
      i = i % length + 1;
    }
    return text.toString();
  }

  private static int adapted(long delta, int length, boolean first) {
    long rest = first ? delta / DAMP : delta / 2;
    rest += rest / length;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
  }

  private static int digit(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }
}
