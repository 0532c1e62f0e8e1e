package io.webrtc4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What became of each datagram that was sent on a virtual network, in the order of sending. */
public final class PacketLog {
  private final List<LoggedPacket> packets = new ArrayList<>();

  PacketLog() {}

  LoggedPacket add(Datagram datagram, long now) {
    LoggedPacket packet = new LoggedPacket(datagram, now);
    packets.add(packet);
    return packet;
  }

  /** All packets so far. */
  public List<PacketRecord> all() {
    return stream().toList();
  }

  /** All packets so far. */
  public Stream<PacketRecord> stream() {
    return packets.stream().map(LoggedPacket::record);
  }

  /** Those that {@code predicate} accepts. */
  public List<PacketRecord> matching(Predicate<PacketRecord> predicate) {
    return stream().filter(predicate).toList();
  }

  /** How many there are. */
  public int size() {
    return packets.size();
  }

  /** How many have this fate. */
  public long count(PacketFate fate) {
    return packets.stream().filter(packet -> packet.fate() == fate).count();
  }

  /** Forgets all packets so far, for long runs. */
  public void clear() {
    packets.clear();
  }

  /** The log as text, a line for each packet. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    stream().forEach(packet -> text.append(packet).append('\n'));
    return text.toString();
  }
}
