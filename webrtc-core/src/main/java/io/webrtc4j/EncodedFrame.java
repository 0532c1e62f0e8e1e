package io.webrtc4j;

import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A picture or a piece of sound as its encoder gave it, or as its decoder wants it. H.264 and H.265
 * are in Annex B form, a start code before each NAL unit; AV1 is a temporal unit of OBUs with
 * sizes.
 *
 * <p>Immutable, except that the payload is not copied: whoever sends it must not change it after,
 * and whoever receives it shares it with the track's other listeners.
 */
public final class EncodedFrame {
  private final byte[] payload;
  private final long timestampMicros;
  private final long durationMicros;
  private final boolean keyFrame;
  private final boolean afterGap;
  private final boolean afterSilence;
  private final @Nullable RTCRtpCodec codec;
  private final @Nullable String rid;
  private final OptionalLong captureNtp;

  private EncodedFrame(Builder builder) {
    this.payload = builder.payload;
    this.timestampMicros = builder.timestampMicros;
    this.durationMicros = builder.durationMicros;
    this.keyFrame = builder.keyFrame;
    this.afterGap = builder.afterGap;
    this.afterSilence = builder.afterSilence;
    this.codec = builder.codec;
    this.rid = builder.rid;
    this.captureNtp = builder.captureNtp;
  }

  /**
   * Begins a frame.
   *
   * @param payload belongs to the frame from now on
   * @param timestampMicros when it is to be shown or heard, in microseconds from any moment that is
   *     the same for all of the track's frames
   */
  public static Builder builder(byte[] payload, long timestampMicros) {
    return new Builder(payload, timestampMicros);
  }

  /** A frame of audio. */
  public static EncodedFrame audio(byte[] payload, long timestampMicros) {
    return builder(payload, timestampMicros).keyFrame(true).build();
  }

  /** A frame of video. */
  public static EncodedFrame video(byte[] payload, long timestampMicros, boolean keyFrame) {
    return builder(payload, timestampMicros).keyFrame(keyFrame).build();
  }

  /** The encoded bytes, not a copy. */
  public byte[] payload() {
    return payload;
  }

  /**
   * When it is to be shown or heard, in microseconds. Of a received frame it is the RTP timestamp,
   * unwrapped, in microseconds.
   */
  public long timestampMicros() {
    return timestampMicros;
  }

  /** How long it is to be shown or heard, in microseconds; 0 if that is not known. */
  public long durationMicros() {
    return durationMicros;
  }

  /** Whether it can be decoded without those before it; always true of audio. */
  public boolean isKeyFrame() {
    return keyFrame;
  }

  /** Of a received frame: whether frames were lost between the one before and this. */
  public boolean isAfterGap() {
    return afterGap;
  }

  /** Of audio: whether it is the first after a silence that was not sent (the marker bit). */
  public boolean isAfterSilence() {
    return afterSilence;
  }

  /** What it is encoded with; null for what the sender prefers. */
  public @Nullable RTCRtpCodec codec() {
    return codec;
  }

  /** Which version of simulcast it is (RFC 8851), or null for the only one. */
  public @Nullable String rid() {
    return rid;
  }

  /**
   * Of a received frame: when the peer captured it, by the peer's clock, in NTP's format of 64 bits
   * (RFC 3550 §6.4.1). It tells which sound belongs to which picture. Empty until the peer's first
   * sender report.
   */
  public OptionalLong captureNtp() {
    return captureNtp;
  }

  @Override
  public String toString() {
    return "EncodedFrame[%s, %d µs, %d bytes%s]"
        .formatted(
            codec == null ? "any codec" : codec.mimeType(),
            timestampMicros,
            payload.length,
            keyFrame ? ", key frame" : "");
  }

  /** What a frame may say beside its payload and time. Not thread-safe. */
  public static final class Builder {
    private final byte[] payload;
    private final long timestampMicros;
    private long durationMicros;
    private boolean keyFrame;
    private boolean afterGap;
    private boolean afterSilence;
    private @Nullable RTCRtpCodec codec;
    private @Nullable String rid;
    private OptionalLong captureNtp = OptionalLong.empty();

    private Builder(byte[] payload, long timestampMicros) {
      this.payload = Objects.requireNonNull(payload, "payload");
      this.timestampMicros = timestampMicros;
    }

    /** Sets {@link EncodedFrame#durationMicros()}. */
    public Builder durationMicros(long durationMicros) {
      this.durationMicros = durationMicros;
      return this;
    }

    /** Sets {@link EncodedFrame#isKeyFrame()}. */
    public Builder keyFrame(boolean keyFrame) {
      this.keyFrame = keyFrame;
      return this;
    }

    /** Sets {@link EncodedFrame#isAfterSilence()}. */
    public Builder afterSilence(boolean afterSilence) {
      this.afterSilence = afterSilence;
      return this;
    }

    /** Sets {@link EncodedFrame#codec()}. */
    public Builder codec(@Nullable RTCRtpCodec codec) {
      this.codec = codec;
      return this;
    }

    /** Sets {@link EncodedFrame#rid()}. */
    public Builder rid(@Nullable String rid) {
      this.rid = rid;
      return this;
    }

    Builder afterGap(boolean afterGap) {
      this.afterGap = afterGap;
      return this;
    }

    Builder captureNtp(OptionalLong captureNtp) {
      this.captureNtp = captureNtp;
      return this;
    }

    /** The frame. */
    public EncodedFrame build() {
      return new EncodedFrame(this);
    }
  }
}
