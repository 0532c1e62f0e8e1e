package io.webrtc4j.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.SplittableRandom;

/**
 * A box that lets several hosts share one address, as RFC 4787 describes it. Hosts get behind it by
 * {@link VirtualHost#address(String, VirtualNat)}.
 */
public final class VirtualNat {
  private final String name;
  private final VirtualTime time;
  private final InetAddress outside;
  private final NatBehavior behavior;
  private final NatTable table;
  private final Segment inside;
  private final VirtualLink uplink;
  private final VirtualLink downlink;

  VirtualNat(
      String name,
      InetAddress outside,
      NatBehavior behavior,
      Segment outer,
      SplittableRandom random) {
    this.name = name;
    this.time = outer.time();
    this.outside = outside;
    this.behavior = behavior;
    this.table = new NatTable(behavior, random.split());
    this.inside = new Segment("the inside of " + name, time, this::fromInside);
    this.uplink = new VirtualLink(time, VirtualHost.INSTANT, random.split(), outer::route);
    this.downlink = new VirtualLink(time, VirtualHost.INSTANT, random.split(), this::fromOutside);
    outer.attach(outside, downlink::send);
  }

  /** Its address on the outside. */
  public InetAddress outsideAddress() {
    return outside;
  }

  /** The wire from it to the outside: at first without any delay or loss. */
  public VirtualLink uplink() {
    return uplink;
  }

  /** The wire from the outside to it: at first without any delay or loss. */
  public VirtualLink downlink() {
    return downlink;
  }

  @Override
  public String toString() {
    return name;
  }

  Segment inside() {
    return inside;
  }

  private void fromInside(Transit transit) {
    Datagram datagram = transit.datagram();
    boolean hairpin = datagram.to().getAddress().equals(outside);
    if (hairpin && !behavior.hairpinning()) {
      ended(transit, PacketFate.NO_HAIRPINNING);
      return;
    }
    NatTable.Mapping mapping = table.outbound(datagram.from(), datagram.to(), time.now());
    if (mapping == null) {
      ended(transit, PacketFate.NAT_PORTS_EXHAUSTED);
      return;
    }
    // RFC 4787 §6, REQ-9: who is reached by hairpinning sees the outside address.
    Datagram translated = datagram.from(new InetSocketAddress(outside, mapping.outsidePort()));
    if (hairpin) {
      fromOutside(transit.with(translated));
    } else {
      uplink.send(transit.with(translated));
    }
  }

  private void fromOutside(Transit transit) {
    Datagram datagram = transit.datagram();
    NatTable.Mapping mapping = table.inbound(datagram.to().getPort(), time.now());
    if (mapping == null) {
      ended(transit, PacketFate.NO_MAPPING);
    } else if (!mapping.admits(datagram.from())) {
      ended(transit, PacketFate.NAT_FILTERED);
    } else {
      table.usedFromOutside(mapping, time.now());
      inside.route(transit.with(datagram.to(mapping.inside())));
    }
  }

  private void ended(Transit transit, PacketFate fate) {
    transit.log().ended(fate, time.now());
  }
}
