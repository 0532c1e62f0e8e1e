package io.webrtc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link RTCError} is made of (W3C WebRTC §11.1.3).
 *
 * @param errorDetail what failed
 * @param sdpLineNumber see {@link RTCError#sdpLineNumber()}
 * @param sctpCauseCode see {@link RTCError#sctpCauseCode()}
 * @param receivedAlert see {@link RTCError#receivedAlert()}
 * @param sentAlert see {@link RTCError#sentAlert()}
 */
public record RTCErrorInit(
    RTCErrorDetailType errorDetail,
    @Nullable Integer sdpLineNumber,
    @Nullable Integer sctpCauseCode,
    @Nullable Long receivedAlert,
    @Nullable Long sentAlert) {
  /** The alerts are unsigned numbers of 32 bits. */
  public RTCErrorInit {
    Objects.requireNonNull(errorDetail, "errorDetail");
    Idl.unsignedLong("receivedAlert", receivedAlert);
    Idl.unsignedLong("sentAlert", sentAlert);
  }

  /** A builder without any of the optional members. */
  public static Builder builder(RTCErrorDetailType errorDetail) {
    return new Builder(errorDetail);
  }

  /** Collects the members. */
  public static final class Builder {
    private final RTCErrorDetailType errorDetail;
    private @Nullable Integer sdpLineNumber;
    private @Nullable Integer sctpCauseCode;
    private @Nullable Long receivedAlert;
    private @Nullable Long sentAlert;

    private Builder(RTCErrorDetailType errorDetail) {
      this.errorDetail = errorDetail;
    }

    /** See {@link RTCError#sdpLineNumber()}. */
    public Builder sdpLineNumber(int line) {
      this.sdpLineNumber = line;
      return this;
    }

    /** See {@link RTCError#sctpCauseCode()}. */
    public Builder sctpCauseCode(int code) {
      this.sctpCauseCode = code;
      return this;
    }

    /** See {@link RTCError#receivedAlert()}. */
    public Builder receivedAlert(long alert) {
      this.receivedAlert = alert;
      return this;
    }

    /** See {@link RTCError#sentAlert()}. */
    public Builder sentAlert(long alert) {
      this.sentAlert = alert;
      return this;
    }

    /** The dictionary. */
    public RTCErrorInit build() {
      return new RTCErrorInit(errorDetail, sdpLineNumber, sctpCauseCode, receivedAlert, sentAlert);
    }
  }
}
