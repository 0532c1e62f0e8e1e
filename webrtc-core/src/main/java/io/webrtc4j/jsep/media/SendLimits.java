package io.webrtc4j.jsep.media;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the peer's section asks of what we send (RFC 9429 §5.10).
 *
 * @param ptime how much media a packet should carry, in milliseconds
 * @param maxptime how much media a packet may carry, in milliseconds
 * @param maxBitrate in bits per second, without the headers below RTP: {@code b=TIAS}, or what
 *     {@code b=AS} comes to
 */
public record SendLimits(OptionalInt ptime, OptionalInt maxptime, OptionalLong maxBitrate) {}
