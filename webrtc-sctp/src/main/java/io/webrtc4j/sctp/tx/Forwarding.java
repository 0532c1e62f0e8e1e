package io.webrtc4j.sctp.tx;

import io.webrtc4j.common.SerialNumber;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk.Skipped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the peer what not to wait for: the Advanced.Peer.Ack.Point, and FORWARD TSN (RFC 3758
 * §3.5).
 */
final class Forwarding {
  private final OutstandingData outstanding;
  private final int maxStreams;
  private @Nullable ForwardTsnChunk latest;
  private boolean due;
  private int toldPoint;
  private long toldAt;
  private long sent;

  /** With the number of streams that a FORWARD TSN can name in one packet. */
  Forwarding(OutstandingData outstanding, int maxStreams) {
    this.outstanding = outstanding;
    this.maxStreams = maxStreams;
    this.toldPoint = outstanding.cumulativeTsnAck();
  }

  /** Something may have been abandoned: the peer is told where the point is now (C2, C3). */
  void advance(long now) {
    int point = outstanding.hasAbandoned() ? point(now) : outstanding.cumulativeTsnAck();
    if (point == outstanding.cumulativeTsnAck()) {
      latest = null;
      due = false;
      return;
    }
    latest = upTo(point);
    due |= SerialNumber.isLess32(toldPoint, latest.newCumulativeTsn());
  }

  /**
   * A SACK came. If the peer is still behind what it was told a round trip ago, the FORWARD TSN was
   * lost; sooner it is not repeated (F2).
   */
  void sackTaken(long now, long roundTripTime) {
    advance(now);
    due |= latest != null && now - toldAt >= roundTripTime;
  }

  /** T3-rtx expired: the peer is told again (A5). */
  void timedOut(long now) {
    advance(now);
    due |= latest != null;
  }

  /** The chunk to send now, or null. */
  @Nullable ForwardTsnChunk due() {
    return due ? latest : null;
  }

  /** The chunk that was due is being sent; whether it says more than the one before. */
  boolean told(ForwardTsnChunk chunk, long now) {
    boolean news = SerialNumber.isLess32(toldPoint, chunk.newCumulativeTsn());
    due = false;
    toldPoint = chunk.newCumulativeTsn();
    toldAt = now;
    sent++;
    return news;
  }

  long sent() {
    return sent;
  }

  /**
   * C2. A chunk that a gap ack block acknowledged, and that would not be sent again if the peer
   * revoked that, is as good as abandoned (§3.4); the point goes over it to an abandoned one
   * behind, so that many gaps don't cost a round trip each.
   */
  private int point(long now) {
    int point = outstanding.cumulativeTsnAck();
    for (int tsn = point + 1; tsn != outstanding.nextTsn(); tsn++) {
      OutstandingChunk chunk = outstanding.at(tsn);
      if (chunk.state == OutstandingChunk.State.ABANDONED) {
        point = tsn;
      } else if (!outstanding.isLastWord(chunk, now)) {
        break;
      }
      if (chunk.endsStreams) {
        break;
      }
    }
    return point;
  }

  /** C4: the largest SSN of each stream; and if they are too many, up to a lower point. */
  private ForwardTsnChunk upTo(int point) {
    Map<Integer, Integer> largestSsn = new LinkedHashMap<>();
    int reached = outstanding.cumulativeTsnAck();
    while (reached != point) {
      OutboundMessage message = outstanding.at(reached + 1).message();
      if (!message.isUnordered()) {
        if (largestSsn.size() == maxStreams && !largestSsn.containsKey(message.streamId())) {
          break;
        }
        largestSsn.put(message.streamId(), message.ssn());
      }
      reached++;
    }
    List<Skipped> skipped =
        largestSsn.entrySet().stream()
            .map(entry -> new Skipped(entry.getKey(), entry.getValue()))
            .toList();
    return new ForwardTsnChunk(reached, skipped);
  }
}
