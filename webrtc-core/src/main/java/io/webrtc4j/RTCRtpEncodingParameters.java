package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * One encoding of a sender's media (W3C WebRTC §5.2.7). {@link #toBuilder()} makes changed ones.
 *
 * @param rid the encoding's name, or null
 * @param active whether it is being sent
 * @param codec the codec to use, or null for any negotiated one
 * @param maxBitrate the most bits per second that it may need, without counting IP and what is
 *     below; null for no limit
 * @param maxFramerate the most frames per second; 0 freezes the picture; null for no limit, and for
 *     audio
 * @param scaleResolutionDownBy by what to divide width and height, 1 or more; null for audio, and
 *     where it is left to the connection
 */
public record RTCRtpEncodingParameters(
    @Nullable String rid,
    boolean active,
    @Nullable RTCRtpCodec codec,
    @Nullable Long maxBitrate,
    @Nullable Double maxFramerate,
    @Nullable Double scaleResolutionDownBy)
    implements RTCRtpCodingParameters {
  /**
   * Looks at each value by itself.
   *
   * @throws RTCException {@code TypeError} if one is not of the W3C's type: {@code maxBitrate}
   *     beyond 32 bits, or one of the others not finite
   */
  public RTCRtpEncodingParameters {
    Idl.unsignedLong("maxBitrate", maxBitrate);
    Idl.finite("maxFramerate", maxFramerate);
    Idl.finite("scaleResolutionDownBy", scaleResolutionDownBy);
  }

  /** An active encoding without any limit. */
  public static RTCRtpEncodingParameters defaults() {
    return builder().build();
  }

  /** A builder that begins with an active encoding without any limit. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that begins with this encoding. */
  public Builder toBuilder() {
    return builder()
        .rid(rid)
        .active(active)
        .codec(codec)
        .maxBitrate(maxBitrate)
        .maxFramerate(maxFramerate)
        .scaleResolutionDownBy(scaleResolutionDownBy);
  }

  /** Collects the members; null takes one away. */
  public static final class Builder {
    private @Nullable String rid;
    private boolean active = true;
    private @Nullable RTCRtpCodec codec;
    private @Nullable Long maxBitrate;
    private @Nullable Double maxFramerate;
    private @Nullable Double scaleResolutionDownBy;

    private Builder() {}

    /** See {@link RTCRtpEncodingParameters#rid()}. */
    public Builder rid(@Nullable String rid) {
      this.rid = rid;
      return this;
    }

    /** See {@link RTCRtpEncodingParameters#active()}; true by default. */
    public Builder active(boolean active) {
      this.active = active;
      return this;
    }

    /** See {@link RTCRtpEncodingParameters#codec()}. */
    public Builder codec(@Nullable RTCRtpCodec codec) {
      this.codec = codec;
      return this;
    }

    /** See {@link RTCRtpEncodingParameters#maxBitrate()}. */
    public Builder maxBitrate(long bitsPerSecond) {
      this.maxBitrate = bitsPerSecond;
      return this;
    }

    /** See {@link RTCRtpEncodingParameters#maxBitrate()}. */
    public Builder maxBitrate(@Nullable Long bitsPerSecond) {
      this.maxBitrate = bitsPerSecond;
      return this;
    }

    /** See {@link RTCRtpEncodingParameters#maxFramerate()}. */
    public Builder maxFramerate(double framesPerSecond) {
      this.maxFramerate = framesPerSecond;
      return this;
    }

    /** See {@link RTCRtpEncodingParameters#maxFramerate()}. */
    public Builder maxFramerate(@Nullable Double framesPerSecond) {
      this.maxFramerate = framesPerSecond;
      return this;
    }

    /** See {@link RTCRtpEncodingParameters#scaleResolutionDownBy()}. */
    public Builder scaleResolutionDownBy(double divisor) {
      this.scaleResolutionDownBy = divisor;
      return this;
    }

    /** See {@link RTCRtpEncodingParameters#scaleResolutionDownBy()}. */
    public Builder scaleResolutionDownBy(@Nullable Double divisor) {
      this.scaleResolutionDownBy = divisor;
      return this;
    }

    /** The dictionary. */
    public RTCRtpEncodingParameters build() {
      return new RTCRtpEncodingParameters(
          rid, active, codec, maxBitrate, maxFramerate, scaleResolutionDownBy);
    }
  }
}
