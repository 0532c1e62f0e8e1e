package io.webrtc4j.sim;

import io.webrtc4j.common.Deadline;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Two endpoints with a link in each direction, in virtual time: {@link #runUntil} lets them talk
 * and jumps from event to event. The same seed gives the same run.
 *
 * @param <P> what travels on the links
 */
public final class TwoPeers<P> {
  private static final int MAX_STEPS_AT_ONE_TIME = 100_000;

  private final Endpoint<P> a;
  private final Endpoint<P> b;
  private final SimulatedLink<P> aToB;
  private final SimulatedLink<P> bToA;
  private long now;
  private int stepsAtThisTime;

  /** Two peers whose links have the same conditions. */
  public TwoPeers(Endpoint<P> a, Endpoint<P> b, LinkConditions conditions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    this.a = a;
    this.b = b;
    this.aToB = new SimulatedLink<>(conditions, random.split());
    this.bToA = new SimulatedLink<>(conditions, random.split());
  }

  /** The virtual time in nanoseconds; 0 at first. */
  public long now() {
    return now;
  }

  /** The link from the first endpoint to the second. */
  public SimulatedLink<P> aToB() {
    return aToB;
  }

  /** The link from the second endpoint to the first. */
  public SimulatedLink<P> bToA() {
    return bToA;
  }

  /**
   * Runs until {@code done}, or until {@code limit} nanoseconds have passed or nothing is left to
   * happen.
   *
   * @return whether {@code done} came true
   */
  public boolean runUntil(BooleanSupplier done, long limit) {
    long end = Deadline.after(now, limit);
    while (true) {
      transmit(a, aToB);
      transmit(b, bToA);
      if (done.getAsBoolean()) {
        return true;
      }
      long next = nextEvent();
      if (next == Deadline.NEVER || next > end) {
        now = Math.max(now, end);
        return false;
      }
      jumpTo(next);
      deliver();
    }
  }

  /** Runs for {@code duration} nanoseconds. */
  public void runFor(long duration) {
    boolean done = runUntil(() -> false, duration);
    assert !done;
  }

  private void transmit(Endpoint<P> from, SimulatedLink<P> link) {
    int packets = 0;
    for (@Nullable P packet = from.poll(now); packet != null; packet = from.poll(now)) {
      link.send(packet, from.size(packet), now);
      if (++packets > MAX_STEPS_AT_ONE_TIME) {
        throw new AssertionError("an endpoint sends without end at " + now + " ns");
      }
    }
  }

  private long nextEvent() {
    long arrivals = Math.min(aToB.nextArrival(), bToA.nextArrival());
    return Math.min(arrivals, Math.min(a.nextDeadline(), b.nextDeadline()));
  }

  private void jumpTo(long next) {
    if (next > now) {
      now = next;
      stepsAtThisTime = 0;
    } else if (++stepsAtThisTime > MAX_STEPS_AT_ONE_TIME) {
      throw new AssertionError("an endpoint's deadline does not move on at " + now + " ns");
    }
  }

  private void deliver() {
    for (@Nullable P packet = aToB.poll(now); packet != null; packet = aToB.poll(now)) {
      b.receive(packet, now);
    }
    for (@Nullable P packet = bToA.poll(now); packet != null; packet = bToA.poll(now)) {
      a.receive(packet, now);
    }
    if (Deadline.isDue(a.nextDeadline(), now)) {
      a.timeout(now);
    }
    if (Deadline.isDue(b.nextDeadline(), now)) {
      b.timeout(now);
    }
  }
}
