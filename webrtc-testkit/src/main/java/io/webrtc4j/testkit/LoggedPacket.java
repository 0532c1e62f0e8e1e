package io.webrtc4j.testkit;

import java.time.Duration;
import java.util.zip.CRC32;

/** A line of the packet log that is still being written. */
final class LoggedPacket {
  private final long sentAt;
  private final Datagram datagram;
  private final int bytes;
  private final PacketKind kind;
  private final int checksum;
  private PacketFate fate = PacketFate.IN_FLIGHT;
  private int copies;
  private long endedAt;

  LoggedPacket(Datagram datagram, long now) {
    this.sentAt = now;
    this.endedAt = now;
    this.datagram = new Datagram(datagram.from(), datagram.to(), new byte[0]);
    this.bytes = datagram.payload().length;
    this.kind = datagram.kind();
    CRC32 crc = new CRC32();
    crc.update(datagram.payload());
    this.checksum = (int) crc.getValue();
  }

  void ended(PacketFate how, long now) {
    if (how == PacketFate.DELIVERED) {
      copies++;
    }
    if (fate != PacketFate.DELIVERED) {
      fate = how;
      endedAt = now;
    }
  }

  PacketFate fate() {
    return fate;
  }

  PacketRecord record() {
    return new PacketRecord(
        Duration.ofNanos(sentAt),
        datagram.from(),
        datagram.to(),
        bytes,
        kind,
        checksum,
        fate,
        copies,
        Duration.ofNanos(endedAt));
  }
}
