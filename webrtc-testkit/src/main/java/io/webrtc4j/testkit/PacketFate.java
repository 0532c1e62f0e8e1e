package io.webrtc4j.testkit;

import io.webrtc4j.sim.LinkFate;

/** What became of a datagram. */
public enum PacketFate {
  /** It is on its way. */
  IN_FLIGHT,
  /** It reached a socket. */
  DELIVERED,
  /** A link lost it by chance. */
  LOST,
  /** A link lost it in a burst. */
  LOST_IN_BURST,
  /** A link was down. */
  LINK_DOWN,
  /** A link's filter did not accept it. */
  FILTERED,
  /** The queue of a link was full. */
  QUEUE_FULL,
  /** It was larger than a link's MTU. */
  TOO_LARGE,
  /** No host has its destination, or its source was taken from its host. */
  NO_ROUTE,
  /** The host has no socket there. */
  PORT_CLOSED,
  /** The host was paused and its socket's buffer full. */
  RECEIVE_BUFFER_FULL,
  /** It came to a NAT from outside, which has no mapping there. */
  NO_MAPPING,
  /** It came to a NAT from outside, whose mapping does not admit the sender. */
  NAT_FILTERED,
  /** It went to a NAT's own outside address from inside, and the NAT does not hairpin. */
  NO_HAIRPINNING,
  /** The NAT has no port left. */
  NAT_PORTS_EXHAUSTED;

  static PacketFate of(LinkFate fate) {
    return fate == LinkFate.ARRIVES ? IN_FLIGHT : valueOf(fate.name());
  }
}
