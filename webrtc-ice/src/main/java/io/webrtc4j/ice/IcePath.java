package io.webrtc4j.ice;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * The way that a datagram takes.
 *
 * @param local the address that the socket is bound to
 * @param remote the peer's address
 */
public record IcePath(InetSocketAddress local, InetSocketAddress remote) {
  /** Both addresses must be there. */
  public IcePath {
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(remote, "remote");
  }
}
