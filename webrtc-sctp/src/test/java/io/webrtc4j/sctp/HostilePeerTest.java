package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.PacketChecksum;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sctp.testing.Scripted;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever a peer sends, nothing is thrown, nothing loops and little is kept. */
class HostilePeerTest {
  private static final int[] TYPES = {
    ChunkType.DATA,
    ChunkType.INIT,
    ChunkType.INIT_ACK,
    ChunkType.SACK,
    ChunkType.HEARTBEAT,
    ChunkType.HEARTBEAT_ACK,
    ChunkType.SHUTDOWN,
    ChunkType.ERROR,
    ChunkType.COOKIE_ECHO,
    ChunkType.COOKIE_ACK,
    ChunkType.I_DATA,
    ChunkType.RE_CONFIG,
    ChunkType.FORWARD_TSN,
    ChunkType.I_FORWARD_TSN
  };

  @Test
  void randomChunksBehindARightHeaderAreHarmless() {
    Seeds.forEach(
        300,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          Scripted peer = Scripted.established();
          peer.opensChannel(0);
          for (int i = 0; i < 60; i++) {
            byte[] chunks = new byte[random.nextInt(200)];
            random.nextBytes(chunks);
            if (chunks.length >= 8) {
              chunks[0] = (byte) TYPES[random.nextInt(TYPES.length)];
              chunks[2] = 0;
              chunks[3] = (byte) Math.min(chunks.length, 4 + random.nextInt(190));
              nearTsn(chunks, peer, random);
            }
            peer.sends(Packets.raw(peer.tagOfSide(), chunks));
            pollSome(peer);
          }
        });
  }

  /** Makes the first word a TSN near those in use, in most cases. */
  private static void nearTsn(byte[] chunks, Scripted peer, SplittableRandom random) {
    int base = random.nextBoolean() ? peer.nextTsn() : peer.lastTsnOfSide();
    int tsn = base + random.nextInt(-3, 20);
    for (int i = 0; i < 4; i++) {
      chunks[4 + i] = (byte) (tsn >>> (24 - 8 * i));
    }
  }

  private static void pollSome(Scripted peer) {
    int packets = 0;
    while (peer.side.poll(peer.now()) != null) {
      assertThat(++packets).isLessThan(100);
    }
    peer.passes(7);
    assertThat(peer.side.transport.nextDeadline()).isGreaterThan(Deadline.seconds(1));
  }

  @Test
  void packetsDamagedOnTheWayWithARightChecksumAreHarmless() {
    Seeds.forEach(
        60,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          Pair pair = new Pair(LinkConditions.perfect().withLoss(0.05), seed).connect();
          Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
          for (int i = 0; i < 30; i++) {
            pair.a.transport.send(channel.a(), false, new byte[3000], pair.now());
          }
          pair.peers
              .aToB()
              .filter(
                  packet -> {
                    damage(packet, random);
                    return true;
                  });
          pair.runFor(5000);
          assertThat(pair.z.events.size()).isLessThan(500);
        });
  }

  private static void damage(byte[] packet, SplittableRandom random) {
    if (random.nextInt(10) == 0) {
      packet[12 + random.nextInt(packet.length - 12)] = (byte) random.nextInt();
      new PacketChecksum().fill(PacketBuffer.wrap(packet));
    }
  }

  @Test
  void chaffBetweenGoodPacketsDoesNoHarm() {
    Seeds.forEach(
        30,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          Pair pair = Pair.established();
          Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
          for (int i = 0; i < 50; i++) {
            pair.a.transport.send(channel.a(), false, new byte[2000], pair.now());
            byte[] chaff = new byte[random.nextInt(60)];
            random.nextBytes(chaff);
            pair.z.receive(chaff, pair.now());
            pair.a.receive(chaff, pair.now());
          }
          pair.require(
              "all", () -> pair.z.events(DataChannelEvent.MessageReceived.class).size() == 50, 9);
          assertThat(pair.z.transport.counters().packetsDropped()).isEqualTo(50);
        });
  }

  @Test
  void messagesThatWaitForeverFillTheWindowAndNoMore() {
    Scripted peer = Scripted.established();
    peer.opensChannel(0);
    byte[] payload = new byte[1000];
    for (int ssn = 2; ssn < 20_000; ssn++) {
      int tsn = peer.takeTsn();
      peer.sends(Packets.data(peer.tagOfSide(), 3, tsn, 0, ssn, 53, payload));
      if (ssn % 64 == 0) {
        peer.control();
      }
    }
    assertThat(peer.side.transport.counters().dataDropped()).isGreaterThan(10_000);
  }
}
