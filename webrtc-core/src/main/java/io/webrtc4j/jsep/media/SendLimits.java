package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Bandwidth;
import io.webrtc4j.sdp.MaxptimeAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.PtimeAttribute;
import java.util.Optional;
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
public record SendLimits(OptionalInt ptime, OptionalInt maxptime, OptionalLong maxBitrate) {
  private static final String TIAS = "TIAS";
  private static final String AS = "AS";

  /** Bits in a kilobit, less 5 % for RTCP. */
  private static final long MEDIA_BITS_PER_KILOBIT = 950;

  /** 50 packets a second with 40 bytes of headers each. */
  private static final long HEADERS = 50 * 40 * 8;

  private static final long MAX_KILOBITS = Long.MAX_VALUE / MEDIA_BITS_PER_KILOBIT;

  static SendLimits of(MediaDescription remote) {
    return new SendLimits(
        milliseconds(remote.attribute(PtimeAttribute.class).map(PtimeAttribute::milliseconds)),
        milliseconds(
            remote.attribute(MaxptimeAttribute.class).map(MaxptimeAttribute::milliseconds)),
        maxBitrate(remote));
  }

  private static OptionalInt milliseconds(Optional<Integer> value) {
    return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
  }

  private static OptionalLong maxBitrate(MediaDescription remote) {
    OptionalLong tias = value(remote, TIAS);
    OptionalLong as = value(remote, AS);
    if (tias.isPresent() || as.isEmpty()) {
      return tias;
    }
    long kilobits = Math.min(as.getAsLong(), MAX_KILOBITS);
    return OptionalLong.of(Math.max(0, kilobits * MEDIA_BITS_PER_KILOBIT - HEADERS));
  }

  private static OptionalLong value(MediaDescription remote, String type) {
    return remote.bandwidths().stream()
        .filter(bandwidth -> bandwidth.bandwidthType().equals(type))
        .mapToLong(Bandwidth::value)
        .findFirst();
  }
}
