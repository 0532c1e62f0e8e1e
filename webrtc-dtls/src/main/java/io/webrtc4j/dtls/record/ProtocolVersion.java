package io.webrtc4j.dtls.record;

/** Version numbers on the wire: the ones' complement of TLS', so that newer ones are smaller. */
public final class ProtocolVersion {
  /** In the header of the first records, for peers and boxes of old (RFC 6347 §4.2.1). */
  public static final int DTLS_1_0 = 0xfeff;

  public static final int DTLS_1_2 = 0xfefd;

  private static final int MAJOR_SHIFT = 8;
  private static final int DTLS_MAJOR = 0xfe;

  private ProtocolVersion() {}

  /** Whether that is DTLS of any version. */
  public static boolean isDtls(int version) {
    return version >>> MAJOR_SHIFT == DTLS_MAJOR;
  }

  /** As four hexadecimal digits. */
  public static String toString(int version) {
    return String.format("%04x", version);
  }
}
