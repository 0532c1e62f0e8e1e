package io.webrtc4j.jsep.media;

import java.util.List;
import java.util.Locale;

/**
 * A codec without a payload type: what a peer can do, and what two peers may agree on. Those that
 * repair or accompany others are codecs too: {@code rtx} (one entry, without {@code apt}: it stands
 * for the retransmission of every other codec of its clock rate), {@code red}, {@code ulpfec},
 * {@code flexfec-03}, {@code CN}, {@code telephone-event}.
 *
 * @param kind audio or video
 * @param name the encoding name; letter case does not matter
 * @param clockRate ticks of the RTP timestamp in a second
 * @param channels of audio, at least 1; 0 for video
 * @param parameters what stands behind the payload type in {@code a=fmtp}; empty for none
 * @param feedback such as {@code nack}, {@code nack pli} or {@code transport-cc}
 */
public record Codec(
    MediaKind kind,
    String name,
    int clockRate,
    int channels,
    String parameters,
    List<String> feedback) {
  /** The name of retransmissions (RFC 4588). */
  public static final String RTX = "rtx";

  /** The name of redundant data (RFC 2198). */
  public static final String RED = "red";

  /** The name of comfort noise (RFC 3389). */
  public static final String COMFORT_NOISE = "CN";

  /** The name of keys and other signals (RFC 4733). */
  public static final String TELEPHONE_EVENT = "telephone-event";

  private static final int VIDEO_CLOCK_RATE = 90_000;

  /** A codec by its fields. */
  public Codec {
    channels = kind == MediaKind.AUDIO ? Math.max(1, channels) : 0;
    feedback = List.copyOf(feedback);
  }

  /** A codec of audio without feedback. */
  public static Codec audio(String name, int clockRate, int channels, String parameters) {
    return new Codec(MediaKind.AUDIO, name, clockRate, channels, parameters, List.of());
  }

  /** A codec of video, whose clock rate is 90,000. */
  public static Codec video(String name, String parameters, List<String> feedback) {
    return new Codec(MediaKind.VIDEO, name, VIDEO_CLOCK_RATE, 0, parameters, feedback);
  }

  /** Kind and name, such as {@code video/VP8}. */
  public String mimeType() {
    return kind + "/" + name;
  }

  /** Whether it has this name. */
  public boolean is(String encoding) {
    return name.equalsIgnoreCase(encoding);
  }

  /** Whether it retransmits others. */
  public boolean isRtx() {
    return is(RTX);
  }

  /** Whether it repeats others. */
  public boolean isRed() {
    return is(RED);
  }

  /** Whether it corrects errors of others. */
  public boolean isForwardErrorCorrection() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("ulpfec") || lower.startsWith("flexfec");
  }

  /**
   * Whether media can be sent with nothing but this: neither retransmission, redundancy, error
   * correction nor comfort noise (WebRTC §5.4, {@code setCodecPreferences}).
   */
  public boolean isPrimary() {
    return !isRtx() && !isRed() && !isForwardErrorCorrection() && !is(COMFORT_NOISE);
  }

  /**
   * Whether what one sends the other understands, retransmission and redundancy by their names
   * only. Parameters count where they must be equal on both sides: profile and packetization mode
   * of H.264 (RFC 6184 §8.2.2), the profile of VP9, profile and tier of AV1.
   */
  public boolean matches(Codec other) {
    return CodecIdentity.of(this).equals(CodecIdentity.of(other));
  }

  /** The same with other parameters. */
  public Codec withParameters(String parameters) {
    return new Codec(kind, name, clockRate, channels, parameters, feedback);
  }

  /** The same with other feedback. */
  public Codec withFeedback(List<String> feedback) {
    return new Codec(kind, name, clockRate, channels, parameters, feedback);
  }
}
