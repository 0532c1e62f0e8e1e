package io.webrtc4j;

/**
 * A misuse or failure, named as the W3C's specification names it: the {@code DOMException} (or
 * {@code TypeError}) that a browser would give.
 */
public final class RTCException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The name of the error. */
  private final String name;

  RTCException(String name, String message) {
    super(message);
    this.name = name;
  }

  /** The error's name, such as {@code InvalidStateError}. */
  public String name() {
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

  static RTCException operation(String message) {
    return new RTCException("OperationError", message);
  }

  static RTCException type(String message) {
    return new RTCException("TypeError", message);
  }
}
