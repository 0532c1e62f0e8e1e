package io.webrtc4j.session;

import io.webrtc4j.ice.mdns.MdnsName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The addresses of both ends that go by a name, ours and those of the peer that were resolved. */
public final class AddressNames {
  /** More than candidates of both ends that ICE takes. */
  private static final int MAX_ADDRESSES = 256;

  private final Map<InetSocketAddress, MdnsName> names = new LinkedHashMap<>();

  AddressNames() {}

  /** Notes a name; at the limit the one that was noted longest ago goes. */
  void put(InetSocketAddress address, MdnsName name) {
    names.remove(address);
    if (names.size() >= MAX_ADDRESSES) {
      names.remove(names.keySet().iterator().next());
    }
    names.put(address, name);
  }

  void remove(InetSocketAddress address) {
    names.remove(address);
  }

  /** The name that {@code address} goes by. */
  Optional<MdnsName> of(InetSocketAddress address) {
    return Optional.ofNullable(names.get(address));
  }

  /** The name or else the IP address, and the port. */
  public String text(InetSocketAddress address) {
    MdnsName name = names.get(address);
    return (name == null ? literal(address.getAddress()) : name) + ":" + address.getPort();
  }

  /** The name or else the IP address. */
  public String host(InetSocketAddress address) {
    MdnsName name = names.get(address);
    return name == null ? Candidates.literal(address) : name.toString();
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }
}
