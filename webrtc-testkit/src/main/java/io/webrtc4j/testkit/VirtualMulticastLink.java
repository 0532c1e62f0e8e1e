package io.webrtc4j.testkit;

import io.webrtc4j.world.MulticastLink;
import java.net.InetAddress;
import java.util.List;

/** What a host reaches by multicast: all on a segment that it is on. */
record VirtualMulticastLink(Segment segment, List<InetAddress> addresses) implements MulticastLink {

  @Override
  public boolean contains(InetAddress address) {
    return segment.hasStation(address);
  }

  /** The address that packets to {@code group} come from. */
  InetAddress sourceFor(InetAddress group) {
    return addresses.stream()
        .filter(address -> address.getClass().equals(group.getClass()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no address for " + group.getHostAddress()));
  }
}
