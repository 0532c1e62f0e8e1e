package io.webrtc4j.session.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sctp.SctpState;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import io.webrtc4j.sim.TwoPeers;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the two can do on a link on which ICE's consent would end the connection by chance. */
class SctpOverDtlsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final DtlsCertificate CLIENT = certificate(1);
  private static final DtlsCertificate SERVER = certificate(2);
  private static final int BYTES = 10 << 20;
  private static final int MESSAGE = 64 * 1024;

  @Test
  void tenMegabytesArriveByteForByteAtTwentyPercentLoss() {
    Seeds.forEachAtOnce(200, SctpOverDtlsTest::transfer);
  }

  private static void transfer(long seed) {
    SctpOverDtls client = new SctpOverDtls(DtlsRole.CLIENT, CLIENT, SERVER, seed);
    SctpOverDtls server = new SctpOverDtls(DtlsRole.SERVER, SERVER, CLIENT, ~seed);
    LinkConditions rough =
        LinkConditions.perfect().withLoss(0.2).withReordering(0.05).withDuplication(0.02);
    TwoPeers<byte[]> link = new TwoPeers<>(client, server, rough, seed);
    boolean established =
        link.runUntil(
            () -> client.sctp.state() == SctpState.ESTABLISHED, Deadline.seconds(10 * 60));
    assertThat(established).as("%s %s", client.failure, server.failure).isTrue();

    byte[] bytes = new byte[BYTES];
    new SplittableRandom(seed).nextBytes(bytes);
    int[] arrived = {0};
    server.onMessage = message -> arrived[0] = compare(message, bytes, arrived[0]);
    int channel = client.sctp.open(DataChannelParameters.reliable("file"), link.now());
    for (int at = 0; at < BYTES; at += MESSAGE) {
      client.sctp.send(channel, false, Arrays.copyOfRange(bytes, at, at + MESSAGE), link.now());
    }
    boolean done = link.runUntil(() -> arrived[0] == BYTES, Deadline.seconds(24 * 3600));
    assertThat(done)
        .as("%d bytes arrived; %s %s", arrived[0], client.failure, server.failure)
        .isTrue();
    assertThat(client.sctp.state()).isEqualTo(SctpState.ESTABLISHED);
  }

  private static int compare(DataChannelEvent.MessageReceived message, byte[] bytes, int at) {
    byte[] payload = message.payload();
    assertThat(Arrays.equals(payload, 0, payload.length, bytes, at, at + payload.length))
        .as("%d bytes from %d on", payload.length, at)
        .isTrue();
    return at + payload.length;
  }

  private static DtlsCertificate certificate(long seed) {
    return DtlsCertificate.generate(new SplittableRandom(seed), NOW);
  }
}
