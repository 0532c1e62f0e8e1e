package io.webrtc4j.sctp.packet;

/** Numbers of parameter types (RFC 9260 §15.3, RFC 6525 §4, RFC 5061 §4.2.7, RFC 3758 §3.1). */
public final class ParameterType {
  public static final int HEARTBEAT_INFO = 1;
  public static final int IPV4_ADDRESS = 5;
  public static final int IPV6_ADDRESS = 6;
  public static final int STATE_COOKIE = 7;
  public static final int UNRECOGNIZED_PARAMETER = 8;
  public static final int COOKIE_PRESERVATIVE = 9;
  public static final int HOST_NAME_ADDRESS = 11;
  public static final int SUPPORTED_ADDRESS_TYPES = 12;
  public static final int OUTGOING_SSN_RESET_REQUEST = 13;
  public static final int INCOMING_SSN_RESET_REQUEST = 14;
  public static final int SSN_TSN_RESET_REQUEST = 15;
  public static final int RE_CONFIG_RESPONSE = 16;
  public static final int ADD_OUTGOING_STREAMS_REQUEST = 17;
  public static final int ADD_INCOMING_STREAMS_REQUEST = 18;
  public static final int SUPPORTED_EXTENSIONS = 0x8008;
  public static final int FORWARD_TSN_SUPPORTED = 0xc000;

  private static final int SKIP_BIT = 0x8000;
  private static final int REPORT_BIT = 0x4000;

  private ParameterType() {}

  /** Whether the parameters behind one of an unknown {@code type} are processed (§3.2.1). */
  static boolean skipsIfUnrecognized(int type) {
    return (type & SKIP_BIT) != 0;
  }

  /** Whether an unknown {@code type} is reported to the sender (§3.2.1). */
  static boolean reportsIfUnrecognized(int type) {
    return (type & REPORT_BIT) != 0;
  }
}
