package io.webrtc4j.rtp.payload;

/** The byte behind the header of a fragment: RFC 6184 §5.8, RFC 7798 §4.4.3. */
final class NalFragment {
  private static final int START_BIT = 0x80;
  private static final int END_BIT = 0x40;

  private NalFragment() {}

  static int of(boolean isFirst, boolean isLast, int type) {
    return (isFirst ? START_BIT : 0) | (isLast ? END_BIT : 0) | type;
  }

  static boolean isFirst(int fragment) {
    return (fragment & START_BIT) != 0;
  }

  static boolean isLast(int fragment) {
    return (fragment & END_BIT) != 0;
  }
}
