package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsConnection;
import io.webrtc4j.ice.IceAgent;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.ice.mdns.MulticastDns;
import io.webrtc4j.sctp.DataChannelTransport;
import io.webrtc4j.sim.Endpoint;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Any of the engines as one side of a link; keeps what it sent. */
final class RecordedEngine implements Endpoint<byte[]> {
  private static final int ROOM = 20_000;
  private static final int MAX_ANSWERS = 100_000;

  /** Takes a packet or, if it is null, a timeout. */
  private interface Input {
    void handle(PacketBuffer packet, long now);
  }

  private final Object engine;
  private final Input input;
  private final Predicate<PacketBuffer> output;
  private final Runnable events;
  private final LongSupplier deadline;
  private final List<byte[]> sent = new ArrayList<>();
  private final PacketBuffer scratch = PacketBuffer.allocate(ROOM, 0);

  private RecordedEngine(
      Object engine,
      Input input,
      Predicate<PacketBuffer> output,
      Runnable events,
      LongSupplier deadline) {
    this.engine = engine;
    this.input = input;
    this.output = output;
    this.events = events;
    this.deadline = deadline;
  }

  static RecordedEngine of(IceAgent agent, InetSocketAddress local, InetSocketAddress remote) {
    IcePath path = new IcePath(local, remote);
    return new RecordedEngine(
        agent,
        (packet, now) -> {
          if (packet == null) {
            agent.handleTimeout(now);
          } else {
            agent.handlePacket(packet, path, now);
          }
        },
        out -> agent.pollPacket(out) != null,
        () -> drain(agent::pollEvent),
        agent::nextDeadline);
  }

  static RecordedEngine of(MulticastDns host, InetSocketAddress neighbour) {
    return new RecordedEngine(
        host,
        (packet, now) -> {
          if (packet == null) {
            host.handleTimeout(now);
          } else {
            host.handlePacket(packet, neighbour, now);
          }
        },
        out -> host.pollPacket(out) != null,
        () -> drain(host::pollEvent),
        host::nextDeadline);
  }

  static RecordedEngine of(DtlsConnection connection) {
    return new RecordedEngine(
        connection,
        (packet, now) -> {
          if (packet == null) {
            connection.handleTimeout(now);
          } else {
            connection.handlePacket(packet, now);
          }
        },
        connection::pollPacket,
        () -> {
          drain(connection::pollApplicationData);
          drain(connection::pollEvent);
        },
        connection::nextDeadline);
  }

  static RecordedEngine of(DataChannelTransport transport) {
    return new RecordedEngine(
        transport,
        (packet, now) -> {
          if (packet == null) {
            transport.handleTimeout(now);
          } else {
            transport.handlePacket(packet, now);
          }
        },
        transport::pollPacket,
        () -> drain(transport::pollEvent),
        transport::nextDeadline);
  }

  private static void drain(Supplier<?> polled) {
    while (polled.get() != null) {
      // All that the engine has to tell.
    }
  }

  <T> T engine(Class<T> type) {
    return type.cast(engine);
  }

  List<byte[]> sent() {
    return sent;
  }

  /** Takes {@code packet}, which it may change, and drops all that this has it send or tell. */
  void feed(byte[] packet, long now) {
    input.handle(PacketBuffer.wrap(packet), now);
    settle();
  }

  /** Tells of a timeout, and drops all that this has it send or tell. */
  void letTimeoutPass(long now) {
    input.handle(null, now);
    settle();
  }

  private void settle() {
    events.run();
    int packets = 0;
    scratch.clear();
    while (output.test(scratch)) {
      scratch.clear();
      if (++packets > MAX_ANSWERS) {
        throw new IllegalStateException("sends without end");
      }
    }
  }

  @Override
  public byte[] poll(long now) {
    scratch.clear();
    if (!output.test(scratch)) {
      return null;
    }
    byte[] packet = scratch.toByteArray();
    sent.add(packet);
    return packet;
  }

  @Override
  public void receive(byte[] packet, long now) {
    input.handle(PacketBuffer.wrap(packet.clone()), now);
    events.run();
  }

  @Override
  public void timeout(long now) {
    input.handle(null, now);
    events.run();
  }

  @Override
  public long nextDeadline() {
    return deadline.getAsLong();
  }

  @Override
  public int size(byte[] packet) {
    return packet.length;
  }
}
