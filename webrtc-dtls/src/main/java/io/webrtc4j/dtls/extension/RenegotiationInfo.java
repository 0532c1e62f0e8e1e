package io.webrtc4j.dtls.extension;

/**
 * Says that this is not a renegotiation (RFC 5746 §3.2). There is none here, so that what it
 * carries is empty, always.
 */
public final class RenegotiationInfo {
  private static final int EMPTY_LENGTH = 1;

  private RenegotiationInfo() {}

  /** The extension's content in a first handshake. */
  public static byte[] encodeEmpty() {
    return new byte[EMPTY_LENGTH];
  }

  /** Whether {@code content} is that of a first handshake. */
  public static boolean isEmpty(byte[] content) {
    return content.length == EMPTY_LENGTH && content[0] == 0;
  }
}
