package io.webrtc4j.driver.mdns;

import io.webrtc4j.ice.mdns.MdnsName;
import java.net.InetAddress;

/** What came of looking up a name. */
public sealed interface Resolution {
  /** The name. */
  MdnsName name();

  /** It stands for this address. */
  record Found(MdnsName name, InetAddress address) implements Resolution {}

  /** It stands for nothing that we know, because of {@code reason}. */
  record NotFound(MdnsName name, String reason) implements Resolution {}
}
