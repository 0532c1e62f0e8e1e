package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.GenericNack;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The packets of a source that are missing and still hoped for: each is asked for once it is more
 * than late (RFC 4585 §6.2.1), again when an answer should have come, and at last given up.
 */
final class MissingPackets {
  /** With more, asking is of no use. */
  static final int MAX_MISSING = 1000;

  static final int MAX_ATTEMPTS = 10;

  /** No packet. */
  static final long NONE = Long.MIN_VALUE;

  /** What one NACK packet asks for: 1000 bytes. */
  private static final int MAX_LOSSES_PER_NACK = 250;

  private static final int BITS_PER_LOSS = 17;

  private static final long DEFAULT_ROUND_TRIP = Deadline.millis(100);
  private static final long MIN_REPEAT = Deadline.millis(20);
  private static final long REPEAT_MARGIN = Deadline.millis(10);
  private static final int AGE_IN_ROUND_TRIPS = 6;
  private static final long MIN_AGE = Deadline.millis(500);
  private static final long MAX_AGE = Deadline.seconds(1);

  // How late a packet may be before it counts as missing follows how late they were.
  private static final long MIN_TOLERANCE = Deadline.millis(5);
  private static final long MAX_TOLERANCE = Deadline.millis(50);
  private static final int TOLERANCE_DECAY = 16;

  private static final class Missing {
    final long noticed;
    long due;
    long asked;
    int attempts;
    boolean pending;

    Missing(long noticed, long due) {
      this.noticed = noticed;
      this.due = due;
    }
  }

  private final TreeMap<Long, Missing> missing = new TreeMap<>();
  private boolean asking;
  private boolean begun;
  private long highest;
  private long tolerance = MIN_TOLERANCE;
  private long roundTrip = DEFAULT_ROUND_TRIP;
  private long nextDue = Deadline.NEVER;
  private boolean anyPending;
  private long givenUp = NONE;

  /** Whether asking was negotiated; if not, what is late is given up. */
  void asking(boolean asking) {
    this.asking = asking;
  }

  boolean isAsking() {
    return asking;
  }

  void roundTrip(long nanos) {
    roundTrip = nanos;
  }

  long roundTrip() {
    return roundTrip;
  }

  /** A packet that was not seen before has come. */
  void arrived(long index, boolean retransmitted, long now) {
    if (!begun) {
      begun = true;
      highest = index;
    }
    Missing found = missing.remove(index);
    if (found != null) {
      learn(found, retransmitted, now);
    }
    if (index - highest > MAX_MISSING) {
      giveUpAll(index - 1);
    } else {
      for (long i = highest + 1; i < index; i++) {
        add(i, now);
      }
    }
    highest = Math.max(highest, index);
    if (missing.size() > MAX_MISSING) {
      giveUpAll(highest - 1);
    }
  }

  private void add(long index, long now) {
    long due = now + tolerance;
    missing.put(index, new Missing(now, due));
    nextDue = Math.min(nextDue, due);
  }

  private void learn(Missing found, boolean retransmitted, long now) {
    boolean outOfOrder =
        !retransmitted && (found.attempts == 0 || now - found.asked < roundTrip / 2);
    if (outOfOrder) {
      long lateness = now - found.noticed;
      tolerance = Math.max(tolerance, Math.min(MAX_TOLERANCE, lateness + lateness / 4));
    } else {
      tolerance = Math.max(MIN_TOLERANCE, tolerance - tolerance / TOLERANCE_DECAY);
    }
  }

  private void giveUpAll(long last) {
    missing.clear();
    anyPending = false;
    givenUp = Math.max(givenUp, last);
  }

  /** The source goes on at {@code index}, the one before which was dropped. */
  void restart(long index, long now) {
    missing.clear();
    anyPending = false;
    begun = true;
    highest = index - 1;
    add(highest, now);
  }

  /** What is before {@code index} is of no use any more. */
  void forgetBefore(long index) {
    missing.headMap(index).clear();
  }

  /** A packet is of no use any more, since what was in it came otherwise. */
  void forget(long index) {
    missing.remove(index);
  }

  /** Whether a packet is missing and may still come. */
  boolean hopesFor(long index) {
    return missing.containsKey(index);
  }

  /** The highest packet that was given up since this was asked last, or {@link #NONE}. */
  long takeGivenUp() {
    long taken = givenUp;
    givenUp = NONE;
    return taken;
  }

  long nextDeadline() {
    return missing.isEmpty() ? Deadline.NEVER : nextDue;
  }

  void handleTimeout(long now) {
    if (!Deadline.isDue(nextDue, now)) {
      return;
    }
    nextDue = Deadline.NEVER;
    long maxAge = Math.max(MIN_AGE, Math.min(MAX_AGE, AGE_IN_ROUND_TRIPS * roundTrip));
    Iterator<Map.Entry<Long, Missing>> entries = missing.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Long, Missing> entry = entries.next();
      Missing packet = entry.getValue();
      if (packet.due <= now) {
        boolean tried = packet.attempts == MAX_ATTEMPTS || now - packet.noticed >= maxAge;
        if (!asking || tried) {
          givenUp = Math.max(givenUp, entry.getKey());
          entries.remove();
          continue;
        }
        ask(packet, packet.noticed + maxAge, now);
      }
      nextDue = Math.min(nextDue, packet.due);
    }
  }

  private void ask(Missing packet, long end, long now) {
    packet.attempts++;
    packet.asked = now;
    packet.pending = true;
    packet.due = Math.min(now + Math.max(MIN_REPEAT, roundTrip + REPEAT_MARGIN), end);
    anyPending = true;
  }

  /** What is to be asked for now, or null; there may be more. */
  @Nullable GenericNack poll(long senderSsrc, long mediaSsrc) {
    if (!anyPending) {
      return null;
    }
    List<Integer> numbers = new ArrayList<>();
    int losses = 0;
    long packetId = NONE;
    for (Map.Entry<Long, Missing> entry : missing.entrySet()) {
      if (!entry.getValue().pending) {
        continue;
      }
      if (packetId == NONE || entry.getKey() - packetId >= BITS_PER_LOSS) {
        if (losses == MAX_LOSSES_PER_NACK) {
          return nack(senderSsrc, mediaSsrc, numbers);
        }
        losses++;
        packetId = entry.getKey();
      }
      entry.getValue().pending = false;
      numbers.add((int) (entry.getKey() & 0xffff));
    }
    anyPending = false;
    return numbers.isEmpty() ? null : nack(senderSsrc, mediaSsrc, numbers);
  }

  private static GenericNack nack(long senderSsrc, long mediaSsrc, List<Integer> numbers) {
    return GenericNack.of(
        senderSsrc, mediaSsrc, numbers.stream().mapToInt(Integer::intValue).toArray());
  }
}
