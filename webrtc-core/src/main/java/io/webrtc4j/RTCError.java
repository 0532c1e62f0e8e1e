package io.webrtc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An {@code OperationError} that says what part of WebRTC failed, and how (W3C WebRTC §11.1). */
public final class RTCError extends RTCException {
  private static final long serialVersionUID = 1L;

  private final RTCErrorDetailType errorDetail;
  private final @Nullable Integer sdpLineNumber;
  private final @Nullable Integer sctpCauseCode;
  private final @Nullable Long receivedAlert;
  private final @Nullable Long sentAlert;

  /** An error without a message. */
  public RTCError(RTCErrorInit init) {
    this(init, "");
  }

  /** An error with a message for people. */
  public RTCError(RTCErrorInit init, String message) {
    super("OperationError", Objects.requireNonNull(message, "message"));
    this.errorDetail = init.errorDetail();
    this.sdpLineNumber = init.sdpLineNumber();
    this.sctpCauseCode = init.sctpCauseCode();
    this.receivedAlert = init.receivedAlert();
    this.sentAlert = init.sentAlert();
  }

  /** What failed. */
  public RTCErrorDetailType errorDetail() {
    return errorDetail;
  }

  /** The line of the description, from 1, where a syntax error was found; null otherwise. */
  public @Nullable Integer sdpLineNumber() {
    return sdpLineNumber;
  }

  /** The cause that SCTP gave; null otherwise. */
  public @Nullable Integer sctpCauseCode() {
    return sctpCauseCode;
  }

  /** The fatal DTLS alert that came; null otherwise. */
  public @Nullable Long receivedAlert() {
    return receivedAlert;
  }

  /** The fatal DTLS alert that was sent; null otherwise. */
  public @Nullable Long sentAlert() {
    return sentAlert;
  }

  static RTCError sctpFailure(String message) {
    return new RTCError(RTCErrorInit.builder(RTCErrorDetailType.SCTP_FAILURE).build(), message);
  }
}
