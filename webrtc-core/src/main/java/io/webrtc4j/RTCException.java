package io.webrtc4j;

/**
 * A misuse or failure, named as the W3C's specification names it: the {@code DOMException} (or
 * {@code TypeError} or {@code RangeError}) that a browser would give.
 */
public sealed class RTCException extends RuntimeException permits RTCError {
  private static final long serialVersionUID = 1L;

  /** The name of the error. */
  private final String name;

  RTCException(String name, String message) {
    super(message);
    this.name = name;
  }

  /** The error's name, such as {@code InvalidStateError}. */
  public final String name() {
    return name;
  }

  /** The name and the message. */
  @Override
  public String getMessage() {
    return name + ": " + super.getMessage();
  }

  static RTCException invalidState(String message) {
    return new RTCException("InvalidStateError", message);
  }

  static RTCException invalidAccess(String message) {
    return new RTCException("InvalidAccessError", message);
  }

  static RTCException invalidModification(String message) {
    return new RTCException("InvalidModificationError", message);
  }

  static RTCException invalidCharacter(String message) {
    return new RTCException("InvalidCharacterError", message);
  }

  static RTCException notSupported(String message) {
    return new RTCException("NotSupportedError", message);
  }

  static RTCException operation(String message) {
    return new RTCException("OperationError", message);
  }

  static RTCException range(String message) {
    return new RTCException("RangeError", message);
  }

  static RTCException syntax(String message) {
    return new RTCException("SyntaxError", message);
  }

  static RTCException type(String message) {
    return new RTCException("TypeError", message);
  }

  static RTCException unknown(String message) {
    return new RTCException("UnknownError", message);
  }
}
