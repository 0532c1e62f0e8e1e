package io.webrtc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A negotiated codec (W3C WebRTC §5.2.11).
 *
 * @param payloadType the number that tells its packets, from 0 to 127
 * @param mimeType such as {@code video/H264}
 * @param clockRate the frequency of its RTP timestamps, in hertz
 * @param channels how many channels of audio at most, or null
 * @param sdpFmtpLine its parameters, as behind the payload type of {@code a=fmtp}, or null: the
 *     peer's for a sender, our own for a receiver
 */
public record RTCRtpCodecParameters(
    int payloadType,
    String mimeType,
    long clockRate,
    @Nullable Integer channels,
    @Nullable String sdpFmtpLine) {
  /**
   * Looks at each value by itself.
   *
   * @throws RTCException {@code TypeError} if a number is out of range
   */
  public RTCRtpCodecParameters {
    Idl.octet("payloadType", payloadType);
    Objects.requireNonNull(mimeType, "mimeType");
    Idl.unsignedLong("clockRate", clockRate);
    Idl.unsignedShort("channels", channels);
  }

  /** A codec with its payload type. */
  public RTCRtpCodecParameters(int payloadType, RTCRtpCodec codec) {
    this(payloadType, codec.mimeType(), codec.clockRate(), codec.channels(), codec.sdpFmtpLine());
  }

  /** The codec without its payload type, as {@link RTCRtpEncodingParameters#codec()} wants it. */
  public RTCRtpCodec codec() {
    return new RTCRtpCodec(mimeType, clockRate, channels, sdpFmtpLine);
  }
}
