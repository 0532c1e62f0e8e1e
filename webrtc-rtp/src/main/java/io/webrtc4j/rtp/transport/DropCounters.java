package io.webrtc4j.rtp.transport;

import io.webrtc4j.rtp.session.RtpDropReason;
import java.util.EnumMap;
import java.util.Map;

/** How much was dropped, and why. */
final class DropCounters {
  private final Map<RtpDropReason, Long> counts = new EnumMap<>(RtpDropReason.class);

  void count(RtpDropReason reason) {
    count(reason, 1);
  }

  void count(RtpDropReason reason, int times) {
    if (times > 0) {
      counts.merge(reason, (long) times, Long::sum);
    }
  }

  Map<RtpDropReason, Long> snapshot() {
    return Map.copyOf(counts);
  }
}
