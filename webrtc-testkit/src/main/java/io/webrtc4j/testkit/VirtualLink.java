package io.webrtc4j.testkit;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.LinkFate;
import io.webrtc4j.sim.SimulatedLink;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One direction of the wire between a host or NAT and its network. */
public final class VirtualLink {
  private final VirtualTime time;
  private final SimulatedLink<Transit> link;
  private final Consumer<Transit> end;
  private VirtualTime.@Nullable Scheduled delivery;
  private long deliveryAt = Deadline.NEVER;

  VirtualLink(
      VirtualTime time, LinkConditions conditions, RandomGenerator random, Consumer<Transit> end) {
    this.time = time;
    this.link = new SimulatedLink<>(conditions, random);
    this.end = end;
  }

  /** What happens to packets that are sent now. */
  public LinkConditions conditions() {
    return link.conditions();
  }

  /** Changes the conditions for packets sent from now on. */
  public VirtualLink conditions(LinkConditions conditions) {
    link.conditions(conditions);
    return this;
  }

  /** Loses every packet sent from now on while {@code up} is false; true at first. */
  public VirtualLink up(boolean up) {
    link.up(up);
    return this;
  }

  /** Loses the packets that {@code accepted} does not accept, in addition to the conditions. */
  public VirtualLink filter(Predicate<Datagram> accepted) {
    link.filter(transit -> accepted.test(transit.datagram()));
    return this;
  }

  void send(Transit transit) {
    LinkFate fate = link.send(transit, transit.datagram().bytesOnTheWire(), time.now());
    if (fate == LinkFate.ARRIVES) {
      scheduleDelivery();
    } else {
      transit.log().ended(PacketFate.of(fate), time.now());
    }
  }

  private void scheduleDelivery() {
    long next = link.nextArrival();
    if (next >= deliveryAt) {
      return;
    }
    if (delivery != null) {
      delivery.cancel();
    }
    deliveryAt = next;
    delivery = time.schedule(next - time.now(), this::deliver);
  }

  private void deliver() {
    delivery = null;
    deliveryAt = Deadline.NEVER;
    for (Transit next = link.poll(time.now()); next != null; next = link.poll(time.now())) {
      end.accept(next);
    }
    scheduleDelivery();
  }
}
