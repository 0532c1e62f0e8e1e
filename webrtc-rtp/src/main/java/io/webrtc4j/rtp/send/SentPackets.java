package io.webrtc4j.rtp.send;

import io.webrtc4j.common.Deadline;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What one stream sent last, for those who miss some of it. Bounded by age, number and bytes,
 * whichever comes first.
 */
final class SentPackets {
  // A receiver that still misses a packet after this has asked for a key frame instead.
  static final long MAX_AGE = Deadline.seconds(2);
  static final int MAX_PACKETS = 2048;
  static final int MAX_BYTES = 4 << 20;

  private static final int MASK = MAX_PACKETS - 1;

  private final @Nullable Sent[] ring = new @Nullable Sent[MAX_PACKETS];
  private final ArrayDeque<Sent> byAge = new ArrayDeque<>();
  private int bytes;

  private static final class Sent {
    private final OutgoingPacket packet;
    private final long at;
    private long last;

    private Sent(OutgoingPacket packet, long at) {
      this.packet = packet;
      this.at = at;
      this.last = at;
    }
  }

  void add(OutgoingPacket packet, long now) {
    Sent sent = new Sent(packet, now);
    byAge.add(sent);
    bytes += packet.payload().length;
    expire(now);
    while (byAge.size() > MAX_PACKETS || bytes > MAX_BYTES) {
      removeOldest();
    }
    ring[packet.sequenceNumber() & MASK] = sent;
  }

  /** Forgets what is too old. */
  void expire(long now) {
    for (Sent oldest = byAge.peek();
        oldest != null && now - oldest.at > MAX_AGE;
        oldest = byAge.peek()) {
      removeOldest();
    }
  }

  private void removeOldest() {
    Sent oldest = byAge.remove();
    bytes -= oldest.packet.payload().length;
    int at = oldest.packet.sequenceNumber() & MASK;
    if (ring[at] == oldest) {
      ring[at] = null;
    }
  }

  /**
   * The packet with this number, to be sent again now; null if it is not here, or was sent less
   * than {@code interval} ago.
   */
  @Nullable OutgoingPacket take(int sequenceNumber, long interval, long now) {
    Sent sent = ring[sequenceNumber & MASK];
    if (sent == null
        || sent.packet.sequenceNumber() != sequenceNumber
        || now - sent.at > MAX_AGE
        || (sent.last != sent.at && now - sent.last < interval)) {
      return null;
    }
    sent.last = Math.max(now, sent.at + 1);
    return sent.packet;
  }

  int size() {
    return byAge.size();
  }

  int bytes() {
    return bytes;
  }
}
