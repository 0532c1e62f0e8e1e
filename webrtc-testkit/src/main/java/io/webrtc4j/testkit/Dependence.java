package io.webrtc4j.testkit;

import java.net.InetSocketAddress;

/** On what of the other end a NAT's mapping or filtering depends (RFC 4787 §4.1, §5). */
public enum Dependence {
  /** On nothing. */
  ENDPOINT_INDEPENDENT {
    @Override
    Object part(InetSocketAddress remote) {
      return ANYBODY;
    }
  },
  /** On its address. */
  ADDRESS_DEPENDENT {
    @Override
    Object part(InetSocketAddress remote) {
      return remote.getAddress();
    }
  },
  /** On its address and port. */
  ADDRESS_AND_PORT_DEPENDENT {
    @Override
    Object part(InetSocketAddress remote) {
      return remote;
    }
  };

  private static final String ANYBODY = "anybody";

  /** What of {@code remote} counts, to be compared. */
  abstract Object part(InetSocketAddress remote);
}
