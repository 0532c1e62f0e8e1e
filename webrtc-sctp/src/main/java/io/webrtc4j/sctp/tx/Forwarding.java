package io.webrtc4j.sctp.tx;

import io.webrtc4j.common.SerialNumber;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk.Skipped;
import io.webrtc4j.sctp.tx.OutstandingChunk.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the peer what not to wait for: the Advanced.Peer.Ack.Point, and FORWARD TSN (RFC 3758
 * §3.5).
 *
 * <p>Between two abandoned messages there may be some that arrived. Each gap is told of by a chunk
 * of its own, that the peer delivers them before it passes the next: peers forget what one FORWARD
 * TSN passes, whether it arrived or not. The chunks share a packet, so that many gaps don't cost a
 * round trip each.
 */
final class Forwarding {
  private final OutstandingData outstanding;
  private final int maxStreams;
  private boolean due;
  private int point;
  private int toldPoint;
  private int next;
  private long toldAt;
  private long sent;

  /** With the number of streams that a FORWARD TSN can name in one packet. */
  Forwarding(OutstandingData outstanding, int maxStreams) {
    this.outstanding = outstanding;
    this.maxStreams = maxStreams;
    this.point = outstanding.cumulativeTsnAck();
    this.toldPoint = point;
    this.next = point;
  }

  /** Something may have been abandoned: the peer is told where the point is now (C2, C3). */
  void advance(long now) {
    int acked = outstanding.cumulativeTsnAck();
    if (SerialNumber.isLess32(toldPoint, acked)) {
      toldPoint = acked;
    }
    point = outstanding.hasAbandoned() ? point(now) : acked;
    if (point == acked) {
      due = false;
    } else if (SerialNumber.isLess32(toldPoint, point)) {
      tellAll();
    } else if (due && SerialNumber.isLess32(next, acked)) {
      next = acked;
    }
  }

  /**
   * A SACK came. If the peer is still behind what it was told a round trip ago, the FORWARD TSN was
   * lost; sooner it is not repeated (F2).
   */
  void sackTaken(long now, long roundTripTime) {
    advance(now);
    if (!due && isBehind() && now - toldAt >= roundTripTime) {
      tellAll();
    }
  }

  /** T3-rtx expired: the peer is told again (A5). */
  void timedOut(long now) {
    advance(now);
    if (isBehind()) {
      tellAll();
    }
  }

  private boolean isBehind() {
    return point != outstanding.cumulativeTsnAck();
  }

  private void tellAll() {
    due = true;
    next = outstanding.cumulativeTsnAck();
  }

  boolean isDue() {
    return due;
  }

  /** The chunk to send now, or null; others may be due behind it. */
  @Nullable ForwardTsnChunk due() {
    return due ? afterGap() : null;
  }

  /** The chunk that was due is being sent. */
  void told(ForwardTsnChunk chunk, long now) {
    next = chunk.newCumulativeTsn();
    due = SerialNumber.isLess32(next, point);
    if (!due) {
      toldPoint = point;
    }
    toldAt = now;
    sent++;
  }

  long sent() {
    return sent;
  }

  /**
   * C2. A chunk that a gap ack block acknowledged, and that would not be sent again if the peer
   * revoked that, is as good as abandoned (§3.4).
   */
  private int point(long now) {
    int reached = outstanding.cumulativeTsnAck();
    for (int tsn = reached + 1; tsn != outstanding.nextTsn(); tsn++) {
      OutstandingChunk chunk = outstanding.at(tsn);
      if (chunk.state == State.ABANDONED) {
        reached = tsn;
      } else if (!outstanding.isLastWord(chunk, now)) {
        break;
      }
      if (chunk.endsStreams) {
        break;
      }
    }
    return reached;
  }

  /**
   * C4: the next gap, with the largest SSN of each stream; if they are too many, its first part.
   */
  private ForwardTsnChunk afterGap() {
    Map<Integer, Integer> largestSsn = new LinkedHashMap<>();
    int reached = next;
    while (reached != point && outstanding.at(reached + 1).state != State.ABANDONED) {
      reached++;
    }
    while (reached != point && outstanding.at(reached + 1).state == State.ABANDONED) {
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
