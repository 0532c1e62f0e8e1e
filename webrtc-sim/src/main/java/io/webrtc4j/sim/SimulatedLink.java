package io.webrtc4j.sim;

import io.webrtc4j.common.Deadline;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One direction between two places, in virtual time: what goes in comes out late, twice, out of
 * order or never, as its conditions and its random numbers say.
 *
 * @param <P> what travels
 */
public final class SimulatedLink<P> {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int BITS_PER_BYTE = 8;

  private final RandomGenerator random;
  private final PriorityQueue<InFlight<P>> inFlight =
      new PriorityQueue<>(
          Comparator.<InFlight<P>>comparingLong(InFlight::arrival)
              .thenComparingLong(InFlight::order));

  private final BurstState bursts = new BurstState();
  private LinkConditions conditions;
  private Predicate<P> filter = packet -> true;
  private boolean up = true;
  private long queueEmptyAt;
  private long order;
  private long sent;
  private long lost;

  /** A link under {@code conditions} whose chances come from {@code random}. */
  public SimulatedLink(LinkConditions conditions, RandomGenerator random) {
    this.conditions = conditions;
    this.random = random;
  }

  /** Puts {@code packet} of {@code bytes} bytes on the link at {@code now}; tells its fate. */
  public LinkFate send(P packet, int bytes, long now) {
    sent++;
    // Drawn always and in this order, so that a change of conditions does not shift later chances.
    double lossChance = random.nextDouble();
    double duplicationChance = random.nextDouble();
    double reorderingChance = random.nextDouble();
    double jitterShare = random.nextDouble();
    long queued = Math.max(0, queueEmptyAt - now);
    LinkFate fate = fate(packet, bytes, lossChance, queued);
    if (fate != LinkFate.ARRIVES) {
      lost++;
      return fate;
    }
    queueEmptyAt = now + queued + transmissionTime(bytes);
    long arrival = queueEmptyAt + conditions.delay() + (long) (jitterShare * conditions.jitter());
    if (reorderingChance < conditions.reordering()) {
      arrival += conditions.reorderingDelay();
    }
    inFlight.add(new InFlight<>(packet, arrival, order++));
    if (duplicationChance < conditions.duplication()) {
      inFlight.add(new InFlight<>(packet, arrival + Deadline.millis(1), order++));
    }
    return fate;
  }

  /** The next packet that has arrived by {@code now}, or null. */
  public @Nullable P poll(long now) {
    InFlight<P> first = inFlight.peek();
    if (first == null || first.arrival() > now) {
      return null;
    }
    inFlight.remove();
    return first.packet();
  }

  /** When the next packet arrives, or {@link Deadline#NEVER}. */
  public long nextArrival() {
    InFlight<P> first = inFlight.peek();
    return first == null ? Deadline.NEVER : first.arrival();
  }

  /** Changes the conditions for packets sent from now on. */
  public void conditions(LinkConditions conditions) {
    this.conditions = conditions;
  }

  /** The conditions for packets sent now. */
  public LinkConditions conditions() {
    return conditions;
  }

  /** Loses every packet sent from now on while {@code up} is false. */
  public void up(boolean up) {
    this.up = up;
  }

  /** Loses the packets that {@code filter} does not accept, in addition to the conditions. */
  public void filter(Predicate<P> filter) {
    this.filter = filter;
  }

  /** Packets put on the link so far. */
  public long sent() {
    return sent;
  }

  /**
   * Of these, how many were lost: by chance, in bursts, by the filter, the queue or the MTU, or
   * while down.
   */
  public long lost() {
    return lost;
  }

  private LinkFate fate(P packet, int bytes, double lossChance, long queued) {
    boolean burst = bursts.takes(conditions.bursts(), lossChance);
    if (!up) {
      return LinkFate.LINK_DOWN;
    } else if (!filter.test(packet)) {
      return LinkFate.FILTERED;
    } else if (bytes > conditions.mtu()) {
      return LinkFate.TOO_LARGE;
    } else if (lossChance < conditions.loss()) {
      return LinkFate.LOST;
    } else if (burst) {
      return LinkFate.LOST_IN_BURST;
    } else if (queued > transmissionTime(conditions.queueBytes())) {
      return LinkFate.QUEUE_FULL;
    }
    return LinkFate.ARRIVES;
  }

  private long transmissionTime(int bytes) {
    if (conditions.bitsPerSecond() == LinkConditions.UNLIMITED) {
      return 0;
    }
    return (long) bytes * BITS_PER_BYTE * NANOS_PER_SECOND / conditions.bitsPerSecond();
  }

  private record InFlight<P>(P packet, long arrival, long order) {}
}
