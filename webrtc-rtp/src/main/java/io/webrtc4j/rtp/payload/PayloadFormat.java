package io.webrtc4j.rtp.payload;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the frames of a codec lie in RTP payloads. Immutable; the packetizers and depacketizers it
 * makes belong to one stream each.
 */
public final class PayloadFormat {
  /** Bytes of a frame at most: far more than a key frame of 8K video. */
  public static final int MAX_FRAME_LENGTH = 4 << 20;

  /**
   * Each payload is a frame, whatever is in it. For codecs of audio that {@link #of} does not know;
   * most are like this, and a program that gave one a name knows what its frames are.
   */
  public static final PayloadFormat FRAME_PER_PACKET = audio(AudioSyntax.ANY);

  private final boolean isAudio;
  private final Supplier<Packetizer> packetizers;
  private final Supplier<Depacketizer> depacketizers;

  private PayloadFormat(
      boolean isAudio, Supplier<Packetizer> packetizers, Supplier<Depacketizer> depacketizers) {
    this.isAudio = isAudio;
    this.packetizers = packetizers;
    this.depacketizers = depacketizers;
  }

  /**
   * The format of a codec; empty if it is not known, or its parameters ask for what is not offered:
   * H.264's and H.265's interleaving. What is no codec but repairs others has none: {@code rtx},
   * {@code red} (see {@link RedPayload}), {@code ulpfec} and {@code flexfec-03}.
   *
   * @param encodingName of {@code a=rtpmap}; letter case does not matter
   * @param fmtpParameters of {@code a=fmtp}, names in lower case
   */
  public static Optional<PayloadFormat> of(
      String encodingName, Map<String, String> fmtpParameters) {
    return Optional.ofNullable(
        switch (encodingName.toLowerCase(Locale.ROOT)) {
          case "opus" -> audio(AudioSyntax.OPUS);
          case "pcmu", "pcma", "g722", "cn" -> FRAME_PER_PACKET;
          case "telephone-event" -> audio(AudioSyntax.TELEPHONE_EVENTS);
          case "vp8" -> video(Vp8Packetizer::new, Vp8Depacketizer::new);
          case "vp9" -> video(Vp9Packetizer::new, Vp9Depacketizer::new);
          case "av1" -> video(Av1Packetizer::new, Av1Depacketizer::new);
          case "h264" -> h264(fmtpParameters.getOrDefault("packetization-mode", "0"));
          case "h265" -> h265(fmtpParameters.getOrDefault("sprop-max-don-diff", "0"));
          default -> null;
        });
  }

  private static PayloadFormat audio(AudioSyntax syntax) {
    return new PayloadFormat(
        true, () -> new AudioPacketizer(syntax), () -> new AudioDepacketizer(syntax));
  }

  private static PayloadFormat video(
      Supplier<Packetizer> packetizers, Supplier<Depacketizer> depacketizers) {
    return new PayloadFormat(false, packetizers, depacketizers);
  }

  /** RFC 6184 §8.1: without the parameter, mode 0; mode 2 is interleaved. */
  private static @Nullable PayloadFormat h264(String packetizationMode) {
    return switch (packetizationMode) {
      case "0" -> nalUnits(H264Syntax.INSTANCE, false);
      case "1" -> nalUnits(H264Syntax.INSTANCE, true);
      default -> null;
    };
  }

  /** RFC 7798 §4.4: with another value than 0, payloads have decoding order numbers. */
  private static @Nullable PayloadFormat h265(String maxDecodingOrderDifference) {
    return maxDecodingOrderDifference.equals("0") ? nalUnits(H265Syntax.INSTANCE, true) : null;
  }

  private static PayloadFormat nalUnits(NalSyntax syntax, boolean mayCombine) {
    return video(() -> new NalPacketizer(syntax, mayCombine), () -> new NalDepacketizer(syntax));
  }

  /**
   * Whether it is of audio, where each packet is a frame and the marker bit means a beginning after
   * silence (RFC 3551 §4.1). Of video, the frame's last packet has the marker bit.
   */
  public boolean isAudio() {
    return isAudio;
  }

  /** A packetizer for one stream. */
  public Packetizer packetizer() {
    return packetizers.get();
  }

  /** A depacketizer for one stream. */
  public Depacketizer depacketizer() {
    return depacketizers.get();
  }
}
