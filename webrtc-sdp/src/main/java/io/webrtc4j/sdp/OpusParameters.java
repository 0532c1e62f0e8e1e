package io.webrtc4j.sdp;

import java.util.OptionalInt;

/**
 * The parameters of Opus (RFC 7587 §6.1): what the sender of the description wants to receive, and
 * two hints on what it sends.
 *
 * @param maxPlaybackRate of sound, in hertz; 48,000 where it is not said
 * @param maxAverageBitrate in bits per second, if it is said
 * @param minptime the least length of a packet in milliseconds; 3 where it is not said
 * @param stereo whether stereo is preferred
 * @param spropStereo whether stereo is likely to be sent
 * @param cbr whether a constant bit rate is wanted
 * @param useInbandFec whether forward error correction is of use
 * @param useDtx whether discontinuous transmission is wanted
 */
public record OpusParameters(
    int maxPlaybackRate,
    OptionalInt maxAverageBitrate,
    int minptime,
    boolean stereo,
    boolean spropStereo,
    boolean cbr,
    boolean useInbandFec,
    boolean useDtx) {
  private static final int MIN_RATE = 8_000;
  private static final int MAX_RATE = 48_000;
  private static final int MIN_BITRATE = 6_000;
  private static final int MAX_BITRATE = 510_000;
  private static final int DEFAULT_MINPTIME = 3;
  private static final int MAX_PTIME = 120;

  /** Reads them; values that make no sense count as not said. */
  public static OpusParameters of(FmtpAttribute fmtp) {
    FormatParameters parameters = new FormatParameters(fmtp);
    return new OpusParameters(
        parameters.number("maxplaybackrate", MIN_RATE, MAX_RATE, MAX_RATE),
        parameters.number("maxaveragebitrate", MIN_BITRATE, MAX_BITRATE),
        parameters.number("minptime", DEFAULT_MINPTIME, MAX_PTIME, DEFAULT_MINPTIME),
        parameters.flag("stereo", false),
        parameters.flag("sprop-stereo", false),
        parameters.flag("cbr", false),
        parameters.flag("useinbandfec", false),
        parameters.flag("usedtx", false));
  }
}
