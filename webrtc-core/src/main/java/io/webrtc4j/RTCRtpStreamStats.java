package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/** What is known of a stream at either end (W3C Statistics). */
public sealed interface RTCRtpStreamStats extends RTCStats
    permits RTCReceivedRtpStreamStats, RTCSentRtpStreamStats {
  /** The source. */
  long ssrc();

  /** {@code audio} or {@code video}. */
  String kind();

  /** The {@link RTCTransportStats} that it goes over. */
  @Nullable String transportId();

  /** The {@link RTCCodecStats} that it is encoded with. */
  @Nullable String codecId();
}
