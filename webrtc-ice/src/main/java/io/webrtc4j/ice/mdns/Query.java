package io.webrtc4j.ice.mdns;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.mdns.message.DnsQuestion;
import io.webrtc4j.ice.mdns.message.DnsType;

/**
 * The schedule of the questions for one name (RFC 6762 §5.2): for both families, again a second
 * later, then after twice the time that passed before.
 */
final class Query {
  /** With one packet of five lost each way, one name of 150 stays unknown. */
  static final int MAX_ROUNDS = 5;

  private static final long FIRST_INTERVAL = Deadline.seconds(1);

  private final MdnsName name;
  private int rounds;
  private boolean ipv4Asked;
  private long interval = FIRST_INTERVAL;
  private long nextAt;

  Query(MdnsName name, long firstAt) {
    this.name = name;
    this.nextAt = firstAt;
  }

  /** When it is to be asked again, or to be given up. */
  long nextAt() {
    return nextAt;
  }

  boolean isToBeAsked(long now) {
    return rounds < MAX_ROUNDS && Deadline.isDue(nextAt, now);
  }

  boolean isToBeGivenUp(long now) {
    return rounds == MAX_ROUNDS && Deadline.isDue(nextAt, now);
  }

  /** The next question of this round; IPv6 ends it. */
  DnsQuestion ask(long now) {
    if (!ipv4Asked) {
      ipv4Asked = true;
      return DnsQuestion.of(name.dns(), DnsType.A);
    }
    ipv4Asked = false;
    rounds++;
    nextAt = Deadline.after(now, interval);
    interval *= 2;
    return DnsQuestion.of(name.dns(), DnsType.AAAA);
  }
}
