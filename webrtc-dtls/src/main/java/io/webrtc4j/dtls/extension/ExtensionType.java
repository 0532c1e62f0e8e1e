package io.webrtc4j.dtls.extension;

/** Numbers of extensions, from IANA's registry. */
public final class ExtensionType {
  /** RFC 8422 §5.1.1. */
  public static final int SUPPORTED_GROUPS = 10;

  /** RFC 8422 §5.1.2. */
  public static final int EC_POINT_FORMATS = 11;

  /** RFC 5246 §7.4.1.4.1. */
  public static final int SIGNATURE_ALGORITHMS = 13;

  /** RFC 5764 §4.1. */
  public static final int USE_SRTP = 14;

  /** RFC 7627 §5.1. */
  public static final int EXTENDED_MASTER_SECRET = 23;

  /** RFC 8446 §4.2.1. */
  public static final int SUPPORTED_VERSIONS = 43;

  /** RFC 5746 §3.2. */
  public static final int RENEGOTIATION_INFO = 0xff01;

  private ExtensionType() {}
}
