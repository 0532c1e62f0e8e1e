package io.webrtc4j.world;

import java.net.InetAddress;
import java.util.List;

/**
 * A network that one interface reaches directly, also by multicast. Links are equal as long as
 * interface and addresses are.
 */
public interface MulticastLink {
  /** The interface's addresses. */
  List<InetAddress> addresses();

  /** Whether {@code address} is of one of the networks that the interface's addresses are of. */
  boolean contains(InetAddress address);
}
