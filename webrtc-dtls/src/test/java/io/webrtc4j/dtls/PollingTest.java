package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whenever and in whatever order a connection is polled, it says the same. */
class PollingTest {
  /** Something that happened to a connection: a datagram, or a timeout if there is none. */
  private record Input(List<byte[]> datagrams, long now) {}

  @Test
  void theOrderOfPollsDoesNotMatter() {
    Seeds.forEach(
        40,
        seed -> {
          for (DtlsRole role : DtlsRole.values()) {
            List<Input> inputs = inputsOf(role, seed);
            String eager = replay(role, seed, inputs, new SplittableRandom(0), 1.0);
            for (int run = 1; run < 4; run++) {
              SplittableRandom random = new SplittableRandom(seed * 10 + run);
              assertThat(replay(role, seed, inputs, random, 0.2 * run)).isEqualTo(eager);
            }
          }
        });
  }

  /** What one side of a handshake over a bad network is told. */
  private static List<Input> inputsOf(DtlsRole role, long seed) {
    List<Input> inputs = new ArrayList<>();
    LinkConditions rough =
        LinkConditions.perfect().withLoss(0.15).withDuplication(0.2).withReordering(0.3);
    Pair pair = new Pair(rough, seed, config -> config.withMaxDatagramSize(400));
    DtlsEndpoint observed = role == DtlsRole.CLIENT ? pair.client : pair.server;
    observed.listener =
        (datagram, now) ->
            inputs.add(new Input(datagram == null ? List.of() : List.of(datagram), now));
    pair.connect();
    pair.client.send(new byte[] {1, 2});
    pair.server.send(new byte[] {3});
    pair.link.runFor(1_000_000_000L);
    pair.client.connection.close(pair.link.now());
    pair.link.runFor(1_000_000_000L);
    return inputs;
  }

  private static String replay(
      DtlsRole role, long seed, List<Input> inputs, SplittableRandom polls, double chance) {
    DtlsConfig config =
        (role == DtlsRole.CLIENT ? Pair.clientConfig() : Pair.serverConfig())
            .withMaxDatagramSize(400);
    long engineSeed = role == DtlsRole.CLIENT ? seed : seed + 1_000_000;
    DtlsConnection connection = new DtlsConnection(config, new SplittableRandom(engineSeed), 0);
    Transcript outputs = new Transcript();
    connection.start(0);
    for (Input input : inputs) {
      outputs.poll(connection, polls, chance);
      if (input.datagrams().isEmpty()) {
        connection.handleTimeout(input.now());
      } else {
        byte[] copy = input.datagrams().get(0).clone();
        connection.handlePacket(PacketBuffer.wrap(copy), input.now());
      }
    }
    outputs.poll(connection, polls, 1.0);
    return outputs + " " + connection.counters() + " " + connection.state();
  }

  /** All that came out, by kind. */
  private static final class Transcript {
    private final ByteArrayOutputStream packets = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<String> events = new ArrayList<>();

    void poll(DtlsConnection connection, SplittableRandom random, double chance) {
      while (random.nextDouble() < chance) {
        PacketBuffer out = PacketBuffer.allocate(1200, 0);
        boolean sent = connection.pollPacket(out);
        packets.writeBytes(out.toByteArray());
        byte[] received = random.nextDouble() < chance ? connection.pollApplicationData() : null;
        if (received != null) {
          data.writeBytes(received);
        }
        DtlsEvent event = random.nextDouble() < chance ? connection.pollEvent() : null;
        if (event != null) {
          events.add(event.toString());
        }
        long deadline = connection.nextDeadline();
        assertThat(connection.nextDeadline()).isEqualTo(deadline);
        if (!sent && received == null && event == null) {
          return;
        }
      }
    }

    @Override
    public String toString() {
      HexFormat hex = HexFormat.of();
      return hex.formatHex(packets.toByteArray())
          + " "
          + hex.formatHex(data.toByteArray())
          + " "
          + events;
    }
  }
}
