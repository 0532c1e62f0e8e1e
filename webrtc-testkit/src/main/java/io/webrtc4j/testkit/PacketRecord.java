package io.webrtc4j.testkit;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * One line of the packet log.
 *
 * @param sentAt when it was sent, since the network's beginning
 * @param from its source as the sender knows it
 * @param to its destination as the sender knows it
 * @param bytes its payload's size
 * @param kind what it is
 * @param checksum the payload's CRC-32, to compare runs
 * @param fate what became of it; of one that was duplicated, {@code DELIVERED} if any copy was
 * @param copies how many copies reached a socket
 * @param endedAt when the first copy reached a socket, or when it was lost
 */
public record PacketRecord(
    Duration sentAt,
    InetSocketAddress from,
    InetSocketAddress to,
    int bytes,
    PacketKind kind,
    int checksum,
    PacketFate fate,
    int copies,
    Duration endedAt) {

  /** Whether it reached a socket. */
  public boolean delivered() {
    return fate == PacketFate.DELIVERED;
  }

  @Override
  public String toString() {
    return sentAt
        + " "
        + Datagram.text(from)
        + " -> "
        + Datagram.text(to)
        + " "
        + kind
        + " "
        + bytes
        + " bytes "
        + fate
        + " "
        + endedAt;
  }
}
