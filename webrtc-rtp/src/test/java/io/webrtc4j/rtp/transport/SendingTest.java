package io.webrtc4j.rtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.ExtensionForm;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.RtpWriter;
import io.webrtc4j.rtp.rtcp.PictureLossIndication;
import io.webrtc4j.rtp.rtcp.ReceiverReport;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.rtcp.RtcpCompound;
import io.webrtc4j.rtp.session.OutgoingFrame;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.rtp.session.SendStreamConfig;
import io.webrtc4j.sim.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is sent when, and with what in its header. */
class SendingTest {
  private final Peer peer =
      new Peer(1)
          .apply(0, Sections.audio(1).stream(10).build(), Sections.video(2).stream(20).build());
  private final SplittableRandom random = new SplittableRandom(1);

  private byte[] frame(boolean key, int length) {
    return RtpSessionSimulationTest.vp8(key, length, random);
  }

  private List<RtpPacket> pollAll(long now) {
    List<RtpPacket> packets = new ArrayList<>();
    int before = peer.sentRtp.size();
    while (peer.poll(now) != null) {
      // Until nothing may go out now.
    }
    for (byte[] bytes : peer.sentRtp.subList(before, peer.sentRtp.size())) {
      packets.add(packet(bytes));
    }
    return packets;
  }

  private static RtpPacket packet(byte[] bytes) {
    try {
      return new RtpPacket().over(PacketBuffer.wrap(bytes));
    } catch (DecodeException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noPacketIsLongerThanADatagramMayBe() {
    assertThat(peer.send(2, frame(true, 50_000), 0, Sections.VP8, 0)).isTrue();
    for (long now = 0; peer.session.queuedBytes(2) > 0; now = peer.nextDeadline()) {
      peer.timeout(now);
      pollAll(now);
    }
    assertThat(peer.sentRtp).hasSizeGreaterThan(40);
    assertThat(peer.sentRtp)
        .allSatisfy(bytes -> assertThat(bytes.length + 16).isBetween(900, 1200));
  }

  @Test
  void aLargeFrameIsPacedAndAudioGoesFirst() {
    peer.send(2, frame(true, 60_000), 0, Sections.VP8, 0);
    assertThat(pollAll(0)).hasSizeLessThan(10);
    peer.send(1, new byte[] {8, 1}, 0, Sections.OPUS, 0);
    assertThat(pollAll(0)).singleElement().satisfies(p -> assertThat(p.ssrc()).isEqualTo(10));
    long now = 0;
    while (peer.session.queuedBytes(2) > 0) {
      now = peer.nextDeadline();
      peer.timeout(now);
      assertThat(pollAll(now)).hasSizeLessThan(12);
    }
    // At two and a half times four megabits per second.
    assertThat(now).isBetween(Deadline.millis(35), Deadline.millis(60));
  }

  @Test
  void aStreamThatHasAnotherNameGoesOnCounting() {
    peer.send(2, frame(true, 500), 0, Sections.VP8, 0);
    int last = pollAll(0).get(0).sequenceNumber();
    peer.apply(
        1,
        Sections.audio(1).stream(10).build(),
        Sections.video(2).streams(new SendStreamConfig("a", 20, 21, true)).build());
    OutgoingFrame next = new OutgoingFrame(frame(true, 500), 3000, Sections.VP8, false);
    assertThat(peer.session.send(2, "a", next, 1)).isTrue();
    assertThat(pollAll(Deadline.millis(50)).get(0).sequenceNumber()).isEqualTo(last + 1);
  }

  @Test
  void aFullQueueRefusesFramesUntilAKeyFrame() {
    int accepted = 0;
    while (peer.send(2, frame(accepted == 0, 50_000), accepted, Sections.VP8, 0)) {
      accepted++;
    }
    assertThat(accepted).isBetween(2, 20);
    peer.poll(0);
    assertThat(peer.events).contains(new RtpEvent.KeyFrameRequested(2, null));
    assertThat(peer.session.queueSpace(2)).isLessThan(50_000);
    long now = 0;
    while (peer.session.queuedBytes(2) > 0) {
      now = peer.nextDeadline();
      peer.timeout(now);
      pollAll(now);
    }
    assertThat(peer.send(2, frame(false, 1000), 100, Sections.VP8, now)).isFalse();
    assertThat(peer.send(2, frame(true, 1000), 200, Sections.VP8, now)).isTrue();
    assertThat(peer.send(2, frame(false, 1000), 300, Sections.VP8, now)).isTrue();
    assertThat(peer.session.outboundStreams().get(1).framesRefused()).isEqualTo(2);
  }

  @Test
  void aFrameThatWaitsForNoOtherIsAlwaysTaken() {
    assertThat(peer.send(2, frame(true, 3_000_000), 0, Sections.VP8, 0)).isTrue();
    assertThat(peer.session.queuedBytes(2)).isGreaterThan(2_900_000);
  }

  @Test
  void whatWasNotAgreedOnIsRefused() {
    assertThat(peer.send(9, frame(true, 100), 0, Sections.VP8, 0)).isFalse();
    assertThat(peer.send(2, frame(true, 100), 0, 50, 0)).isFalse();
    assertThat(peer.send(2, new byte[0], 0, Sections.VP8, 0)).isFalse();
    peer.apply(
        0,
        Sections.audio(1).sends(false).stream(10).build(),
        Sections.video(2).streams(new SendStreamConfig(null, 20, 21, false)).build());
    assertThat(peer.send(1, new byte[] {8, 1}, 0, Sections.OPUS, 0)).isFalse();
    assertThat(peer.send(2, frame(true, 100), 0, Sections.VP8, 0)).isFalse();
  }

  @Test
  void namesAreToldUntilTheyAreKnownAndThenNowAndThen() {
    int named = 0;
    for (int i = 0; i < 100; i++) {
      long now = Deadline.millis(33L * i);
      peer.send(2, frame(i == 0, 500), i * 3000L, Sections.VP8, now);
      named +=
          (int) pollAll(now).stream().filter(p -> p.extensions().find(Sections.MID_ID)).count();
    }
    assertThat(named).isEqualTo(100);
    PacketBuffer report = PacketBuffer.allocate(200, 0);
    RtcpCompound.write(
        List.of(new ReceiverReport(5, List.of(new ReportBlock(20, 0, 0, 0, 0, 0, 0)))), report);
    peer.receive(report.toByteArray(), Deadline.millis(3300));
    named = 0;
    for (int i = 100; i < 200; i++) {
      long now = Deadline.millis(33L * i);
      peer.send(2, frame(false, 500), i * 3000L, Sections.VP8, now);
      named +=
          (int) pollAll(now).stream().filter(p -> p.extensions().find(Sections.MID_ID)).count();
    }
    assertThat(named).isBetween(3, 4);
  }

  @Test
  void transportNumbersGoOnOverAllStreams() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long now = Deadline.millis(20L * i);
      peer.send(1, new byte[] {8, 1}, i * 960L, Sections.OPUS, now);
      peer.send(2, frame(i == 0, 2000), i * 1800L, Sections.VP8, now);
      for (RtpPacket packet : pollAll(now)) {
        assertThat(packet.extensions().find(Sections.TRANSPORT_NUMBER_ID)).isTrue();
        packet.extensions().find(Sections.TRANSPORT_NUMBER_ID);
        numbers.add(numberOf(packet));
      }
    }
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(i);
    }
  }

  private static int numberOf(RtpPacket packet) {
    var extensions = packet.extensions();
    assertThat(extensions.find(Sections.TRANSPORT_NUMBER_ID)).isTrue();
    return (int) extensions.number();
  }

  @Test
  void longNamesAreWrittenInTheFormThatFits() {
    peer.apply(0, Sections.video(2).mid("m".repeat(40)).stream(20).build());
    peer.send(2, frame(true, 5000), 0, Sections.VP8, 0);
    RtpPacket packet = pollAll(0).get(0);
    assertThat(packet.extensions().form()).isEqualTo(ExtensionForm.TWO_BYTE);
    var extensions = packet.extensions();
    assertThat(extensions.find(Sections.MID_ID)).isTrue();
    assertThat(extensions.text()).isEqualTo("m".repeat(40));
    assertThat(peer.sentRtp.get(0).length).isLessThanOrEqualTo(1184);
  }

  @Test
  void withoutExtensionsThereAreNone() {
    peer.apply(0, Sections.video(2).extensions(Map.of()).stream(20).build());
    peer.send(2, frame(true, 100), 0, Sections.VP8, 0);
    assertThat(pollAll(0).get(0).extensions().form()).isNull();
  }

  @Test
  void aSourceThatComesBackGoesOnCounting() {
    peer.send(2, frame(true, 500), 0, Sections.VP8, 0);
    int before = pollAll(0).get(0).sequenceNumber();
    peer.apply(0, Sections.audio(1).stream(10).build());
    peer.apply(0, Sections.audio(1).stream(10).build(), Sections.video(2).stream(20).build());
    peer.send(2, frame(true, 500), 3000, Sections.VP8, 0);
    assertThat(pollAll(0).get(0).sequenceNumber()).isEqualTo(before + 1);
  }

  private static RtpPacket incoming(long ssrc, int number, long timestamp) {
    PacketBuffer packet = PacketBuffer.allocate(100, 0);
    new RtpWriter().begin(packet, true, 120, number, timestamp, ssrc).endHeader();
    packet.put(new byte[] {0x10, 0, 1, 2, 3, (byte) number});
    return packet(packet.toByteArray());
  }

  @Test
  void forwardedPacketsKeepTheirDistancesUnderOurSource() {
    assertThat(forward(incoming(7, 5000, 90_000))).isTrue();
    assertThat(forward(incoming(7, 5002, 96_000))).isTrue();
    assertThat(forward(incoming(7, 5001, 93_000))).isTrue();
    List<RtpPacket> sent = pollAll(0);
    int first = sent.get(0).sequenceNumber();
    assertThat(sent)
        .extracting(RtpPacket::sequenceNumber)
        .containsExactly(first, first + 2, first + 1);
    assertThat(sent.get(1).timestamp() - sent.get(0).timestamp() & 0xffffffffL).isEqualTo(6000);
    assertThat(sent).allSatisfy(p -> assertThat(p.ssrc()).isEqualTo(20));
    assertThat(sent).allSatisfy(p -> assertThat(p.payloadType()).isEqualTo(Sections.VP8));
    assertThat(sent.get(0).payloadLength()).isEqualTo(6);
  }

  private boolean forward(RtpPacket packet) {
    return peer.session.forward(2, null, packet, Sections.VP8, 0);
  }

  @Test
  void aForwardedPacketThatCameTwiceIsSentOnce() {
    assertThat(forward(incoming(7, 5000, 0))).isTrue();
    assertThat(forward(incoming(7, 5000, 0))).isFalse();
    assertThat(pollAll(0)).hasSize(1);
  }

  @Test
  void noNumberIsUsedTwiceWhateverIsForwarded() {
    Seeds.forEach(
        100,
        seed -> {
          SplittableRandom chance = new SplittableRandom(seed);
          Set<Integer> numbers = new HashSet<>();
          for (int i = 0; i < 200; i++) {
            long now = Deadline.seconds(i + 1);
            if (chance.nextInt(10) == 0) {
              peer.send(2, frame(true, 100), chance.nextLong(), Sections.VP8, now);
            }
            long ssrc = chance.nextInt(3);
            RtpPacket packet = incoming(ssrc, 1000 + i + chance.nextInt(-20, 20), chance.nextInt());
            peer.session.forward(2, null, packet, Sections.VP8, now);
            for (RtpPacket sent : pollAll(now)) {
              assertThat(numbers.add(sent.sequenceNumber())).isTrue();
            }
          }
        });
  }

  @Test
  void theOrderOfPollsDoesNotMatter() {
    Seeds.forEach(
        100,
        seed -> assertThat(new Story(seed).run(0)).isEqualTo(new Story(seed).run(seed * 31 + 7)));
  }

  /** One history, told with polls in an order that {@code polls} chooses. */
  private static final class Story {
    private final RtpSession session;
    private final SplittableRandom random;
    private final List<String> told = new ArrayList<>();
    private final List<String> rtp = new ArrayList<>();
    private final List<String> rtcp = new ArrayList<>();

    Story(long seed) {
      session = new RtpSession("story", 0, new SplittableRandom(seed));
      random = new SplittableRandom(seed);
    }

    List<String> run(long polls) {
      SplittableRandom order = new SplittableRandom(polls);
      session.apply(
          List.of(
              Sections.audio(1).stream(10).build(),
              Sections.video(2).stream(20).sources(50L).build()),
          0);
      for (int i = 0; i < 100; i++) {
        input(Deadline.millis(20L * i), i);
        drain(order);
      }
      told.addAll(rtp);
      told.addAll(rtcp);
      return told;
    }

    private void input(long now, int i) {
      switch (random.nextInt(4)) {
        case 0 -> session.handleTimeout(now);
        case 1 ->
            session.send(
                2,
                null,
                new OutgoingFrame(
                    RtpSessionSimulationTest.vp8(true, 4000, random), i, Sections.VP8, false),
                now);
        case 2 -> {
          PacketBuffer packet = PacketBuffer.allocate(100, 0);
          new RtpWriter()
              .begin(packet, true, Sections.VP8, random.nextInt(100), i * 90L, 50)
              .endHeader();
          packet.put(new byte[] {0x10, 1, 2, 3});
          session.handleRtp(packet, now);
        }
        default -> {
          PacketBuffer report = PacketBuffer.allocate(200, 0);
          RtcpCompound.write(List.of(new PictureLossIndication(5, 20)), report);
          session.handleRtcp(report, now);
        }
      }
    }

    private void drain(SplittableRandom order) {
      PacketBuffer out = PacketBuffer.allocate(2000, 0);
      int idle = 0;
      while (idle < 40) {
        out.clear();
        boolean had =
            switch (order.nextInt(4)) {
              case 0 ->
                  session.pollRtp(out) && rtp.add(HexFormat.of().formatHex(out.toByteArray()));
              case 1 ->
                  session.pollRtcp(out) && rtcp.add(HexFormat.of().formatHex(out.toByteArray()));
              case 2 -> session.nextDeadline() < 0;
              default -> told(session.pollEvent());
            };
        idle = had ? 0 : idle + 1;
      }
    }

    private boolean told(@Nullable RtpEvent event) {
      return event != null && told.add(event.toString());
    }
  }

  @Test
  void eventsThatNobodyPollsDoNotPileUp() {
    Events events = new Events();
    int added = 0;
    for (int i = 0; i < 100_000; i++) {
      RtpPacket packet = incoming(7, i & 0xffff, i);
      added += events.add(new RtpEvent.Packet(1, packet, null, 0)) ? 1 : 0;
    }
    assertThat(added).isEqualTo(Events.MAX_MEDIA);
    assertThat(events.add(new RtpEvent.SourceEnded(1, 7))).isTrue();
    while (events.poll() != null) {
      added--;
    }
    assertThat(added).isEqualTo(-1);
    assertThat(events.add(new RtpEvent.Packet(1, incoming(7, 1, 1), null, 0))).isTrue();
  }
}
