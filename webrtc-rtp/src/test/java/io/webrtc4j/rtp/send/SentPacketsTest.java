package io.webrtc4j.rtp.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.rtp.session.SendStreamConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SentPacketsTest {
  private static final RtpCodec CODEC =
      new RtpCodec(96, "VP8", 90_000, 0, Map.of(), 97, Set.of("nack"));
  private static final SendStreamConfig STREAM = new SendStreamConfig(null, 1, 2, true);
  private static final SectionConfig SECTION =
      new SectionConfig(
          1,
          "0",
          true,
          true,
          false,
          List.of(CODEC),
          List.of(),
          Map.of(),
          Map.of(),
          true,
          List.of(STREAM),
          List.of(),
          List.of(),
          Map.of());

  private final SentPackets sent = new SentPackets();
  private final SendStream stream =
      new SendStream(SECTION, STREAM, new NtpClock(0), new SplittableRandom(1));

  private void send(int number, int length, long now) {
    sent.add(
        new OutgoingPacket(
            stream,
            CODEC,
            number & 0xffff,
            0,
            false,
            new byte[length],
            OutgoingPacket.Ends.NOTHING,
            false,
            now),
        now);
  }

  @Test
  void aPacketIsGivenAgainOnceInAnInterval() {
    send(5, 100, 0);
    assertThat(sent.take(5, Deadline.millis(40), Deadline.millis(50))).isNotNull();
    assertThat(sent.take(5, Deadline.millis(40), Deadline.millis(80))).isNull();
    assertThat(sent.take(5, Deadline.millis(40), Deadline.millis(90))).isNotNull();
    assertThat(sent.take(6, Deadline.millis(40), Deadline.millis(90))).isNull();
  }

  @Test
  void oldPacketsAreForgotten() {
    send(5, 100, 0);
    assertThat(sent.take(5, 0, SentPackets.MAX_AGE + 1)).isNull();
    sent.expire(SentPackets.MAX_AGE + 1);
    assertThat(sent.size()).isZero();
    assertThat(sent.bytes()).isZero();
  }

  @Test
  void neitherNumberNorBytesGrowBeyondTheirLimits() {
    for (int i = 0; i < 100_000; i++) {
      send(i, 100, i);
    }
    assertThat(sent.size()).isEqualTo(SentPackets.MAX_PACKETS);
    assertThat(sent.take(99_999 & 0xffff, 0, 100_000)).isNotNull();
    assertThat(sent.take((99_999 - SentPackets.MAX_PACKETS) & 0xffff, 0, 100_000)).isNull();
    for (int i = 0; i < 2000; i++) {
      send(100_000 + i, 5000, 100_000);
    }
    assertThat(sent.bytes()).isLessThanOrEqualTo(SentPackets.MAX_BYTES);
  }
}
