package io.webrtc4j.rtp.session;

import java.util.Map;
import java.util.Set;

/**
 * A codec that offer and answer agreed on, one way.
 *
 * @param payloadType 0 to 127
 * @param name the encoding name, such as {@code VP8}; letter case does not matter. Repair and
 *     redundancy are codecs too: {@code red}, {@code ulpfec}, {@code telephone-event}, but not
 *     {@code rtx}
 * @param clockRate ticks of the RTP timestamp in a second
 * @param channels of audio, at least 1; 0 for video
 * @param parameters of {@code a=fmtp}, names in lower case; a value without a name stands under ""
 * @param rtxPayloadType of its retransmissions (RFC 4588), or {@link #NO_RTX}
 * @param feedback such as {@code nack}, {@code nack pli}, {@code ccm fir}, {@code transport-cc} or
 *     {@code goog-remb}
 */
public record RtpCodec(
    int payloadType,
    String name,
    int clockRate,
    int channels,
    Map<String, String> parameters,
    int rtxPayloadType,
    Set<String> feedback) {

  /** Of a codec whose packets are not retransmitted on a source of their own. */
  public static final int NO_RTX = -1;

  /** The collections are copied. */
  public RtpCodec {
    parameters = Map.copyOf(parameters);
    feedback = Set.copyOf(feedback);
  }
}
