package io.webrtc4j.driver.mdns;

import io.webrtc4j.ice.mdns.MdnsName;
import java.net.InetAddress;
import java.util.List;

/** A name of ours on the links that have its address. */
final class Publication {
  private final MdnsName name;
  private final InetAddress address;
  private List<LinkPort> ports = List.of();
  private boolean ended;

  Publication(MdnsName name, InetAddress address) {
    this.name = name;
    this.address = address;
  }

  MdnsName name() {
    return name;
  }

  InetAddress address() {
    return address;
  }

  void publishOn(List<LinkPort> links) {
    if (!ended) {
      ports = links;
      ports.forEach(port -> port.publish(this));
    }
  }

  void end() {
    ended = true;
    ports.forEach(port -> port.withdraw(this));
    ports = List.of();
  }
}
