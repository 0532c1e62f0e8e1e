package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * ERROR-CODE (RFC 8489 §14.8).
 *
 * @param code 300 to 699
 * @param reason for people
 */
public record ErrorCode(int code, String reason) implements StunAttribute {
  /** The request lacks what it needs (RFC 8489 §14.8). */
  public static final ErrorCode BAD_REQUEST = new ErrorCode(400, "Bad Request");

  /** The request's credentials are wrong (RFC 8489 §14.8). */
  public static final ErrorCode UNAUTHENTICATED = new ErrorCode(401, "Unauthenticated");

  /** The peer no longer wants to receive (RFC 7675 §5.2). */
  public static final int FORBIDDEN_CODE = 403;

  /** The request has a required attribute that is not known (RFC 8489 §14.8). */
  public static final ErrorCode UNKNOWN_ATTRIBUTE = new ErrorCode(420, "Unknown Attribute");

  /** Both agents are in the same role (RFC 8445 §16.2). */
  public static final ErrorCode ROLE_CONFLICT = new ErrorCode(487, "Role Conflict");

  static final int TYPE = 0x0009;

  private static final int LOWEST_CLASS = 3;
  private static final int HIGHEST_CLASS = 6;
  private static final int NUMBERS_PER_CLASS = 100;
  private static final int CLASS_MASK = 0x07;

  /** Checks the code's range. */
  public ErrorCode {
    if (code / NUMBERS_PER_CLASS < LOWEST_CLASS || code / NUMBERS_PER_CLASS > HIGHEST_CLASS) {
      throw new IllegalArgumentException("an error code is from 300 to 699, not " + code);
    }
  }

  static ErrorCode parse(ByteReader value) throws DecodeException {
    value.skip(2);
    int hundreds = value.u8() & CLASS_MASK;
    int number = value.u8();
    if (hundreds < LOWEST_CLASS || hundreds > HIGHEST_CLASS || number >= NUMBERS_PER_CLASS) {
      throw new DecodeException("ERROR-CODE has class " + hundreds + " and number " + number);
    }
    return new ErrorCode(
        hundreds * NUMBERS_PER_CLASS + number, Text.parse("ERROR-CODE's reason", value));
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void writeValue(ByteWriter writer, TransactionId id) {
    writer.u16(0).u8(code / NUMBERS_PER_CLASS).u8(code % NUMBERS_PER_CLASS);
    writer.bytes(Text.encode(reason));
  }
}
