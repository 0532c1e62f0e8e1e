package io.webrtc4j;

import java.util.List;
import java.util.Objects;

/**
 * How a transceiver is to be (W3C WebRTC §5.1.3).
 *
 * @param direction the direction that it begins with
 * @param streams the streams that the peer's {@code track} event tells of
 * @param sendEncodings how the sender is to encode; several for simulcast, each with a {@code rid}
 */
public record RTCRtpTransceiverInit(
    RTCRtpTransceiverDirection direction,
    List<MediaStream> streams,
    List<RTCRtpEncodingParameters> sendEncodings) {
  /** Copies the lists. */
  public RTCRtpTransceiverInit {
    Objects.requireNonNull(direction, "direction");
    streams = List.copyOf(streams);
    sendEncodings = List.copyOf(sendEncodings);
  }

  /** A direction without streams. */
  public RTCRtpTransceiverInit(RTCRtpTransceiverDirection direction) {
    this(direction, List.of(), List.of());
  }

  /** To send and receive. */
  public static RTCRtpTransceiverInit defaults() {
    return builder().build();
  }

  /** A builder that begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the members; each has the W3C's default. */
  public static final class Builder {
    private RTCRtpTransceiverDirection direction = RTCRtpTransceiverDirection.SENDRECV;
    private List<MediaStream> streams = List.of();
    private List<RTCRtpEncodingParameters> sendEncodings = List.of();

    private Builder() {}

    /** See {@link RTCRtpTransceiverInit#direction()}; {@code sendrecv} by default. */
    public Builder direction(RTCRtpTransceiverDirection direction) {
      this.direction = direction;
      return this;
    }

    /** See {@link RTCRtpTransceiverInit#streams()}; none by default. */
    public Builder streams(List<MediaStream> streams) {
      this.streams = streams;
      return this;
    }

    /** See {@link RTCRtpTransceiverInit#streams()}; none by default. */
    public Builder streams(MediaStream... streams) {
      return streams(List.of(streams));
    }

    /** See {@link RTCRtpTransceiverInit#sendEncodings()}; none by default. */
    public Builder sendEncodings(List<RTCRtpEncodingParameters> encodings) {
      this.sendEncodings = encodings;
      return this;
    }

    /** See {@link RTCRtpTransceiverInit#sendEncodings()}; none by default. */
    public Builder sendEncodings(RTCRtpEncodingParameters... encodings) {
      return sendEncodings(List.of(encodings));
    }

    /** The dictionary. */
    public RTCRtpTransceiverInit build() {
      return new RTCRtpTransceiverInit(direction, streams, sendEncodings);
    }
  }
}
