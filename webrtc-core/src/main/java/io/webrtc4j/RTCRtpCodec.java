package io.webrtc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A codec (W3C WebRTC §5.2.10).
 *
 * @param mimeType such as {@code video/H264}
 * @param clockRate the frequency of its RTP timestamps, in hertz
 * @param channels how many channels of audio at most, or null
 * @param sdpFmtpLine its parameters, as behind the payload type of {@code a=fmtp}, or null
 */
public record RTCRtpCodec(
    String mimeType, long clockRate, @Nullable Integer channels, @Nullable String sdpFmtpLine) {
  /**
   * Looks at each value by itself.
   *
   * @throws RTCException {@code TypeError} if a number is out of range
   */
  public RTCRtpCodec {
    Objects.requireNonNull(mimeType, "mimeType");
    Idl.unsignedLong("clockRate", clockRate);
    Idl.unsignedShort("channels", channels);
  }

  /** A codec without parameters, of video or of one channel. */
  public RTCRtpCodec(String mimeType, long clockRate) {
    this(mimeType, clockRate, null, null);
  }
}
