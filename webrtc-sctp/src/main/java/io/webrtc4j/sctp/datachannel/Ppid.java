package io.webrtc4j.sctp.datachannel;

/** Payload protocol identifiers (RFC 8831 §8, RFC 8832 §8.1). */
public final class Ppid {
  /** WebRTC DCEP. */
  public static final int DCEP = 50;

  /** WebRTC String. */
  public static final int STRING = 51;

  /** WebRTC Binary Partial, deprecated: a part of a binary message that others follow. */
  public static final int BINARY_PARTIAL = 52;

  /** WebRTC Binary. */
  public static final int BINARY = 53;

  /** WebRTC String Partial, deprecated: a part of a string that others follow. */
  public static final int STRING_PARTIAL = 54;

  /** WebRTC String Empty. */
  public static final int STRING_EMPTY = 56;

  /** WebRTC Binary Empty. */
  public static final int BINARY_EMPTY = 57;

  private static final byte[] EMPTY = {0};

  private Ppid() {}

  /** The identifier of a message of {@code length} bytes. */
  public static int of(boolean text, int length) {
    if (length == 0) {
      return text ? STRING_EMPTY : BINARY_EMPTY;
    }
    return text ? STRING : BINARY;
  }

  /** What is sent for an empty message: one zero byte (RFC 8831 §6.6). */
  public static byte[] emptyPayload() {
    return EMPTY.clone();
  }
}
