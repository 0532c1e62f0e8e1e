package io.webrtc4j.rtp.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.session.ReceivedFrame;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiveStreamAudioTest {
  private static final int TICKS = 960;
  private static final int AUDIO = 111;
  private static final int RED = 63;
  private static final int EVENT = 110;

  private final TestSource source = new TestSource(65_534);
  private final Receiving receiving =
      new Receiving(
          false,
          true,
          TestFormat.AUDIO,
          codec(RED, "red", 48_000),
          codec(EVENT, "telephone-event", 48_000));

  private static RtpCodec codec(int payloadType, String name, int clockRate) {
    return new RtpCodec(payloadType, name, clockRate, 1, Map.of(), RtpCodec.NO_RTX, Set.of());
  }

  @Test
  void eachPacketIsAFrameAndGivenAtOnce() {
    for (int i = 0; i < 5; i++) {
      receiving.at(i * 20L, audio(i));
    }
    assertThat(heard()).containsExactly(0, 1, 2, 3, 4);
    assertThat(receiving.frames).noneMatch(ReceivedFrame::gap);
    assertThat(receiving.stream.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(receiving.stream.counters().jitterBufferDelay()).isZero();
  }

  @Test
  void packetsOutOfOrderComeInOrder() {
    byte[] first = audio(0);
    byte[] second = audio(1);
    byte[] third = audio(2);
    receiving.at(0, first);
    receiving.at(40, third);
    assertThat(heard()).containsExactly(0);
    receiving.at(45, second);
    assertThat(heard()).containsExactly(0, 1, 2);
    assertThat(receiving.frames).noneMatch(ReceivedFrame::gap);
  }

  @Test
  void aLostFrameIsSkippedAfterTheDelayAndComesTooLateAfterThat() {
    for (int i = 0; i < 50; i++) {
      receiving.at(i * 20L, audio(i));
    }
    byte[] lost = audio(50);
    receiving.at(51 * 20L, audio(51));
    assertThat(heard()).hasSize(50);
    receiving.until(51 * 20L + 19);
    assertThat(heard()).hasSize(50);
    receiving.until(51 * 20L + 20);
    assertThat(heard()).hasSize(51).last().isEqualTo(51);
    assertThat(receiving.frames.get(50).gap()).isTrue();
    receiving.at(51 * 20L + 21, lost);
    assertThat(heard()).hasSize(51);
    assertThat(receiving.stream.counters().packetsDiscarded()).isEqualTo(1);
    receiving.at(52 * 20L, audio(52));
    assertThat(receiving.frames.get(51).gap()).isFalse();
  }

  @Test
  void theWaitForLostFramesFollowsTheJitter() {
    long steady = waitForLost(0);
    long shaky = waitForLost(100);
    assertThat(steady).isEqualTo(20);
    assertThat(shaky).isBetween(90L, 110L);
  }

  /**
   * How long a packet waits for the one before it, where delays went up to this many milliseconds.
   */
  private static long waitForLost(long late) {
    TestSource source = new TestSource(0);
    Receiving receiving = new Receiving(false, true, TestFormat.AUDIO);
    for (int i = 0; i < 400; i++) {
      byte[] payload = {TestFormat.BEGIN, 0, (byte) i};
      long delay = late * Math.min(i % 20, 20 - i % 20) / 10;
      receiving.at(i * 20L + delay, source.packet(AUDIO, false, (long) i * TICKS, payload));
    }
    source.goOnAt(401);
    receiving.at(401 * 20L, source.packet(AUDIO, false, 401L * TICKS, (byte) TestFormat.BEGIN));
    int before = receiving.frames.size();
    long wait = 0;
    while (receiving.frames.size() == before) {
      receiving.until(401 * 20L + ++wait);
    }
    return wait;
  }

  @Test
  void silenceWithoutPacketsIsNoGap() {
    receiving.at(0, audio(0));
    receiving.at(20, audio(1));
    receiving.at(5020, audio(251));
    receiving.at(5040, audio(252));
    assertThat(receiving.frames).hasSize(4).noneMatch(ReceivedFrame::gap);
    assertThat(receiving.frames.get(2).timestamp()).isEqualTo(251L * TICKS);
    assertThat(receiving.stream.counters().jitter()).isZero();
  }

  @Test
  void clocksMayDriftApartForHours() {
    long drift = 200;
    for (int i = 0; i < 10 * 3600 * 50 / 20; i++) {
      byte[] packet = source.packet(AUDIO, false, (long) i * TICKS * 20, (byte) 1);
      long millis = i * 400L + i * 400L * drift / 1_000_000;
      if (i % 100 == 50) {
        continue;
      }
      receiving.at(millis, packet);
      if (i % 100 == 51) {
        receiving.until(millis + 50);
      }
      assertThat(receiving.stream.nextDeadline()).isEqualTo(Deadline.NEVER);
    }
    assertThat(receiving.stream.counters().framesReceived()).isEqualTo(90_000 - 900);
  }

  @Test
  void redundancyFillsWhatWasLost() {
    receiving.at(0, audio(0));
    audio(1);
    audio(2);
    receiving.at(60, red(3, 2));
    assertThat(heard()).containsExactly(0, 1, 2, 3);
    assertThat(receiving.frames).noneMatch(ReceivedFrame::gap);
    assertThat(receiving.frames.get(1).timestamp()).isEqualTo(TICKS);
    receiving.at(80, red(4, 2));
    assertThat(heard()).containsExactly(0, 1, 2, 3, 4);
    assertThat(receiving.stream.counters().redundantFramesUsed()).isEqualTo(2);
  }

  @Test
  void malformedRedundancyIsNoFrame() {
    receiving.at(0, audio(0));
    receiving.at(20, source.packet(RED, false, TICKS, (byte) 0xef, (byte) 1));
    receiving.at(40, audio(2));
    receiving.until(200);
    assertThat(heard()).containsExactly(0, 2);
    assertThat(receiving.frames.get(1).gap()).isTrue();
    assertThat(receiving.stream.counters().malformedPayloads()).isEqualTo(1);
  }

  @Test
  void telephoneEventsAreForWhoTakesPackets() {
    receiving.at(0, audio(0));
    assertThat(receiving.at(20, source.packet(EVENT, true, TICKS, new byte[4]))).isTrue();
    receiving.at(40, audio(2));
    assertThat(heard()).containsExactly(0, 2);
    assertThat(receiving.frames).noneMatch(ReceivedFrame::gap);
  }

  @Test
  void aMalformedPayloadIsNoFrame() {
    receiving.at(0, audio(0));
    receiving.at(20, source.packet(AUDIO, false, TICKS, (byte) TestFormat.MALFORMED));
    receiving.at(40, audio(2));
    assertThat(heard()).containsExactly(0, 2);
    assertThat(receiving.frames.get(1).gap()).isTrue();
    assertThat(receiving.stream.counters().malformedPayloads()).isEqualTo(1);
  }

  @Test
  void afterAnOutageItGoesOn() {
    receiving.at(0, audio(0));
    source.goOnAt(2000);
    receiving.at(40_000, audio(1));
    receiving.until(40_500);
    assertThat(heard()).containsExactly(0, 1);
    source.goOnAt(40_000);
    receiving.at(41_000, audio(2));
    receiving.at(41_020, audio(3));
    receiving.until(42_000);
    assertThat(heard()).containsExactly(0, 1, 3);
  }

  private byte[] audio(int number) {
    return source.packet(
        AUDIO, false, (long) number * TICKS, (byte) TestFormat.BEGIN, (byte) 0, (byte) number);
  }

  /** A packet with frames from before as well. */
  private byte[] red(int number, int redundant) {
    List<Integer> bytes = new ArrayList<>();
    for (int i = redundant; i > 0; i--) {
      int offsetAndLength = ((i * TICKS) << 10) | 3;
      bytes.addAll(
          List.of(
              0x80 | AUDIO,
              offsetAndLength >> 16,
              (offsetAndLength >> 8) & 0xff,
              offsetAndLength & 0xff));
    }
    bytes.add(AUDIO);
    for (int i = redundant; i >= 0; i--) {
      bytes.addAll(List.of(TestFormat.BEGIN, 0, number - i));
    }
    byte[] payload = new byte[bytes.size()];
    for (int i = 0; i < payload.length; i++) {
      payload[i] = bytes.get(i).byteValue();
    }
    return source.packet(RED, false, (long) number * TICKS, payload);
  }

  private List<Integer> heard() {
    return receiving.numbers();
  }
}
