package io.webrtc4j.session;

import io.webrtc4j.session.transport.TransportCounters;

/**
 * What a session counted below the protocols.
 *
 * @param transports the sums of all transports that there ever were
 * @param strayDatagrams dropped: to an address that no transport has any more
 * @param staleCandidates dropped: candidates of the peer's for a transport or an ICE generation
 *     that is not in use
 */
public record SessionCounters(
    TransportCounters transports, long strayDatagrams, long staleCandidates) {

  /** All datagrams that no protocol saw. */
  public long datagramsDropped() {
    return strayDatagrams
        + transports.unknown()
        + transports.unexpected()
        + transports.invalidPath();
  }
}
