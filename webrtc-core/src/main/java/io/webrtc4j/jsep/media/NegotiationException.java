package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.SdpParseException;
import java.util.OptionalInt;

/** A description or candidate that cannot be applied, with the W3C's name for why. */
public final class NegotiationException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The W3C's names of errors (WebRTC §4.4.1). */
  public enum Kind {
    INVALID_STATE("InvalidStateError"),
    INVALID_ACCESS("InvalidAccessError"),
    INVALID_MODIFICATION("InvalidModificationError"),
    OPERATION("OperationError"),
    TYPE("TypeError");

    private final String errorName;

    Kind(String errorName) {
      this.errorName = errorName;
    }

    /** The name, such as {@code InvalidStateError}. */
    public String errorName() {
      return errorName;
    }
  }

  private final Kind kind;
  private final transient OptionalInt line;

  /** An error whose message says what to do. */
  public NegotiationException(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.line = OptionalInt.empty();
  }

  /** A description is malformed. */
  public NegotiationException(SdpParseException malformed) {
    super("the SDP is malformed: " + malformed.getMessage());
    this.kind = Kind.OPERATION;
    this.line = OptionalInt.of(malformed.line());
  }

  /** The line, from 1, at which a description is malformed. */
  public OptionalInt line() {
    return line;
  }

  /** What kind of error it is. */
  public Kind kind() {
    return kind;
  }
}
