package io.webrtc4j.driver.mdns;

import io.webrtc4j.ice.mdns.MdnsName;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One asker's question for one name, on all the links that it uses. The first answer counts. */
final class Lookup {
  private final MdnsName name;
  private final Consumer<Resolution> told;
  private final Set<LinkPort> outstanding = new LinkedHashSet<>();
  private boolean ended;

  Lookup(MdnsName name, Consumer<Resolution> told) {
    this.name = name;
    this.told = told;
  }

  MdnsName name() {
    return name;
  }

  /** Whether nobody waits for the answer any more. */
  boolean isEnded() {
    return ended;
  }

  void askOn(List<LinkPort> ports) {
    if (ended) {
      return;
    }
    if (ports.isEmpty()) {
      tell(new Resolution.NotFound(name, "no interface in use takes part in multicast"));
      return;
    }
    outstanding.addAll(ports);
    ports.forEach(port -> port.resolve(this));
  }

  void found(LinkPort port, InetAddress address) {
    outstanding.remove(port);
    tell(new Resolution.Found(name, address));
  }

  void notFound(LinkPort port, String reason) {
    outstanding.remove(port);
    if (outstanding.isEmpty()) {
      tell(new Resolution.NotFound(name, reason));
    }
  }

  void end() {
    ended = true;
    outstanding.forEach(port -> port.cancel(this));
    outstanding.clear();
  }

  private void tell(Resolution resolution) {
    if (!ended) {
      end();
      told.accept(resolution);
    }
  }
}
