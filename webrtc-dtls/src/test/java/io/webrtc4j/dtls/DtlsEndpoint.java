package io.webrtc4j.dtls;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sim.Endpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A {@link DtlsConnection} on a simulated link; keeps what it was told. */
final class DtlsEndpoint implements Endpoint<byte[]> {
  static final int ROOM = 20_000;

  /** Hears of every input before it is handled; the datagram is null for a timeout. */
  interface Listener {
    void hear(byte[] datagram, long now);
  }

  final DtlsConnection connection;
  final List<DtlsEvent> events = new ArrayList<>();
  final List<byte[]> received = new ArrayList<>();
  Listener listener = (datagram, now) -> {};
  private final ArrayDeque<byte[]> protectedRecords = new ArrayDeque<>();
  private final int maxDatagramSize;

  DtlsEndpoint(DtlsConfig config, long seed) {
    this.connection = new DtlsConnection(config, new SplittableRandom(seed), 0);
    this.maxDatagramSize = config.maxDatagramSize();
  }

  DtlsEndpoint start() {
    connection.start(0);
    return this;
  }

  /** Puts application data on the link; false if the connection does not take any. */
  boolean send(byte[] data) {
    Optional<byte[]> record = protect(data);
    record.ifPresent(protectedRecords::add);
    return record.isPresent();
  }

  Optional<byte[]> protect(byte[] data) {
    PacketBuffer payload =
        PacketBuffer.allocate(
            DtlsConnection.PROTECT_HEADROOM + data.length + DtlsConnection.PROTECT_TAILROOM,
            DtlsConnection.PROTECT_HEADROOM);
    payload.put(data);
    return connection.protect(payload) ? Optional.of(payload.toByteArray()) : Optional.empty();
  }

  /** All datagrams that wait. */
  List<byte[]> pollAll() {
    List<byte[]> all = new ArrayList<>();
    for (byte[] next = poll(0); next != null; next = poll(0)) {
      all.add(next);
    }
    return all;
  }

  @Override
  public byte[] poll(long now) {
    PacketBuffer out = PacketBuffer.allocate(ROOM, 0);
    if (connection.pollPacket(out)) {
      if (out.length() > maxDatagramSize) {
        throw new AssertionError("a datagram of " + out.length() + " bytes");
      }
      return out.toByteArray();
    }
    return protectedRecords.poll();
  }

  @Override
  public void receive(byte[] packet, long now) {
    listener.hear(packet, now);
    connection.handlePacket(PacketBuffer.wrap(packet.clone()), now);
    pollOutputs();
  }

  @Override
  public void timeout(long now) {
    listener.hear(null, now);
    connection.handleTimeout(now);
    pollOutputs();
  }

  private void pollOutputs() {
    for (byte[] data = connection.pollApplicationData();
        data != null;
        data = connection.pollApplicationData()) {
      received.add(data);
    }
    for (DtlsEvent event = connection.pollEvent(); event != null; event = connection.pollEvent()) {
      events.add(event);
    }
  }

  @Override
  public long nextDeadline() {
    return connection.nextDeadline();
  }

  @Override
  public int size(byte[] packet) {
    return packet.length;
  }

  boolean isConnected() {
    return connection.state() == DtlsState.CONNECTED;
  }

  /** Why it failed, or an empty string. */
  String failure() {
    return events.stream()
        .filter(DtlsEvent.Failed.class::isInstance)
        .map(event -> ((DtlsEvent.Failed) event).reason())
        .findFirst()
        .orElse("");
  }

  DtlsSession session() {
    return events.stream()
        .filter(DtlsEvent.Connected.class::isInstance)
        .map(event -> ((DtlsEvent.Connected) event).session())
        .findFirst()
        .orElseThrow();
  }
}
