package io.webrtc4j.rtp;

/** The header extensions that are read and written here, as {@code a=extmap} names them. */
public final class ExtensionUri {
  /** The media section (RFC 9143 §15). */
  public static final String MID = "urn:ietf:params:rtp-hdrext:sdes:mid";

  /** The version of simulcast (RFC 8852 §3.1). */
  public static final String RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";

  /** Of a retransmission, the version of the original (RFC 8852 §3.2). */
  public static final String REPAIRED_RID =
      "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id";

  /** A number that all packets of the transport share, for feedback. */
  public static final String TRANSPORT_NUMBER =
      "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

  /** When the packet was sent: seconds in 6 bits, and 18 bits of their fraction. */
  public static final String ABSOLUTE_SEND_TIME =
      "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";

  private ExtensionUri() {}
}
