package io.webrtc4j.dtls.record;

import java.util.Locale;

/** What an alert says (RFC 5246 §7.2, RFC 8446 §6): those that this library sends or names. */
public enum AlertDescription {
  CLOSE_NOTIFY(0),
  UNEXPECTED_MESSAGE(10),
  BAD_RECORD_MAC(20),
  RECORD_OVERFLOW(22),
  HANDSHAKE_FAILURE(40),
  NO_CERTIFICATE(41),
  BAD_CERTIFICATE(42),
  UNSUPPORTED_CERTIFICATE(43),
  CERTIFICATE_REVOKED(44),
  CERTIFICATE_EXPIRED(45),
  CERTIFICATE_UNKNOWN(46),
  ILLEGAL_PARAMETER(47),
  UNKNOWN_CA(48),
  ACCESS_DENIED(49),
  DECODE_ERROR(50),
  DECRYPT_ERROR(51),
  PROTOCOL_VERSION(70),
  INSUFFICIENT_SECURITY(71),
  INTERNAL_ERROR(80),
  USER_CANCELED(90),
  NO_RENEGOTIATION(100),
  UNSUPPORTED_EXTENSION(110);

  private final int code;

  AlertDescription(int code) {
    this.code = code;
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }

  /** The RFC's name of the alert with this number, or the number itself. */
  static String nameOf(int code) {
    for (AlertDescription description : values()) {
      if (description.code == code) {
        return description.toString();
      }
    }
    return "alert " + code;
  }

  /** The RFC's name. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
