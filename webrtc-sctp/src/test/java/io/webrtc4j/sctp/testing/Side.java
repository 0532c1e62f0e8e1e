package io.webrtc4j.sctp.testing;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelTransport;
import io.webrtc4j.sctp.SctpState;
import io.webrtc4j.sim.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A transport as one end of a simulated link; keeps the events that it gives. */
public class Side implements Endpoint<byte[]> {
  private static final int HEADROOM = 100;

  /** For tests to look at. */
  public final DataChannelTransport transport;

  /** For tests to look at. */
  public final List<DataChannelEvent> events = new ArrayList<>();

  /** For tests to look at. */
  public final List<byte[]> sent = new ArrayList<>();

  private final PacketBuffer out = PacketBuffer.allocate(HEADROOM + 2048, HEADROOM);

  /** Whether events are polled. */
  public boolean reads = true;

  /** Whether all packets sent are kept. */
  public boolean records;

  /** Told of each event. */
  public Consumer<DataChannelEvent> onEvent = event -> {};

  /** An end with {@code transport}. */
  public Side(DataChannelTransport transport) {
    this.transport = transport;
  }

  /** An end in one of the roles. */
  public static Side client(long seed) {
    return of(DataChannelConfig.builder().dtlsClient(true).build(), seed);
  }

  /** An end in one of the roles. */
  public static Side server(long seed) {
    return of(DataChannelConfig.builder().dtlsClient(false).build(), -seed - 1);
  }

  /** An end in one of the roles. */
  public static Side of(DataChannelConfig config, long seed) {
    return new Side(new DataChannelTransport(config, new SplittableRandom(seed), 0));
  }

  /** An end whose first TSN is {@code initialTsn}, and which sends no heartbeats. */
  public static Side at(boolean dtlsClient, long seed, int initialTsn) {
    SplittableRandom random = new SplittableRandom(dtlsClient ? seed : -seed - 1);
    int[] numbers = {0};
    RandomGenerator chosen =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return random.nextLong();
          }

          @Override
          public int nextInt() {
            // The tag comes first, then the TSN.
            return numbers[0]++ % 2 == 1 ? initialTsn : random.nextInt();
          }
        };
    DataChannelConfig config =
        DataChannelConfig.builder()
            .dtlsClient(dtlsClient)
            .heartbeatInterval(Deadline.NEVER)
            .build();
    return new Side(new DataChannelTransport(config, chosen, 0));
  }

  @Override
  public byte[] poll(long now) {
    out.clear();
    boolean polled = transport.pollPacket(out);
    drain();
    if (!polled) {
      return null;
    }
    byte[] packet = out.toByteArray();
    if (records) {
      sent.add(packet);
    }
    return packet;
  }

  @Override
  public void receive(byte[] packet, long now) {
    transport.handlePacket(PacketBuffer.wrap(packet.clone()), now);
    drain();
  }

  @Override
  public void timeout(long now) {
    transport.handleTimeout(now);
    drain();
  }

  @Override
  public long nextDeadline() {
    return transport.nextDeadline();
  }

  @Override
  public int size(byte[] packet) {
    return packet.length;
  }

  /** Polls all events. */
  public void drain() {
    while (reads) {
      DataChannelEvent event = transport.pollEvent();
      if (event == null) {
        return;
      }
      events.add(event);
      onEvent.accept(event);
    }
  }

  /** The events of a kind. */
  public <T extends DataChannelEvent> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether there was such an event. */
  public boolean has(Class<? extends DataChannelEvent> kind) {
    return events.stream().anyMatch(kind::isInstance);
  }

  /** Whether the state is ESTABLISHED. */
  public boolean isEstablished() {
    return transport.state() == SctpState.ESTABLISHED;
  }
}
