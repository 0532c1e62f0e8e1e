package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.DecodeException;

/**
 * Finished (RFC 5246 §7.4.9): both sides saw the same handshake.
 *
 * @param verifyData 12 bytes from the PRF over all messages before this one
 */
// Nothing compares messages; they are read and hashed as bytes.
@SuppressWarnings("ArrayRecordComponent")
public record Finished(byte[] verifyData) {
  /** Bytes of verify_data, the same for all suites known here. */
  public static final int VERIFY_DATA_LENGTH = 12;

  /** Reads the body. */
  public static Finished parse(byte[] body) throws DecodeException {
    if (body.length != VERIFY_DATA_LENGTH) {
      throw new DecodeException("verify_data has 12 bytes, not " + body.length);
    }
    return new Finished(body);
  }

  /** The body. */
  public byte[] encode() {
    return verifyData.clone();
  }
}
