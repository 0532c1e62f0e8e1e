package io.webrtc4j.rtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.rtcp.ExtendedReport;
import io.webrtc4j.rtp.rtcp.FullIntraRequest;
import io.webrtc4j.rtp.rtcp.GenericNack;
import io.webrtc4j.rtp.rtcp.Goodbye;
import io.webrtc4j.rtp.rtcp.PictureLossIndication;
import io.webrtc4j.rtp.rtcp.ReceiverEstimatedMaximumBitrate;
import io.webrtc4j.rtp.rtcp.ReceiverReport;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.rtcp.RtcpCompound;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.rtcp.SenderReport;
import io.webrtc4j.rtp.rtcp.SourceDescription;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.OutboundStream;
import io.webrtc4j.rtp.session.RemoteInbound;
import io.webrtc4j.rtp.session.RtpDropReason;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import io.webrtc4j.sim.TwoPeers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RtcpSchedulingTest {
  private final Peer peer = new Peer(1);

  private List<Long> reportTimes(SectionConfig section, long duration) {
    peer.apply(0, section);
    List<Long> times = new ArrayList<>();
    while (peer.nextDeadline() < duration) {
      long now = peer.nextDeadline();
      peer.timeout(now);
      if (peer.poll(now) != null) {
        times.add(now);
      }
    }
    return times;
  }

  private static void assertIntervals(List<Long> times, long interval) {
    assertThat(times.get(0)).isBetween(interval / 4, interval * 3 / 4);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).isBetween(interval / 2, interval * 3 / 2);
    }
  }

  @Test
  void reportsOfAudioAreFiveSecondsApartOnAverage() {
    List<Long> times = reportTimes(Sections.audio(1).stream(10).build(), Deadline.seconds(5000));
    assertIntervals(times, RtcpInterval.AUDIO);
    assertThat(times.size()).isBetween(950, 1050);
  }

  @Test
  void reportsOfVideoAreASecondApartOnAverage() {
    List<Long> times = reportTimes(Sections.video(1).stream(10).build(), Deadline.seconds(1000));
    assertIntervals(times, RtcpInterval.VIDEO);
    assertThat(times.size()).isBetween(950, 1050);
  }

  @Test
  void aReportBeginsWithAReportAndNamesItsSource() {
    reportTimes(Sections.video(1).stream(10).build(), Deadline.seconds(2));
    RtcpCompound first = parse(peer.sentRtcp.get(0));
    assertThat(first.packets().get(0)).isInstanceOf(ReceiverReport.class);
    SourceDescription description = (SourceDescription) first.packets().get(1);
    assertThat(description.chunks().get(0).items())
        .contains(new SourceDescription.Item(SourceDescription.CNAME, "peer1"));
  }

  private static RtcpCompound parse(byte[] datagram) {
    try {
      return RtcpCompound.parse(PacketBuffer.wrap(datagram));
    } catch (DecodeException e) {
      throw new AssertionError(e);
    }
  }

  private static <P extends RtcpPacket> List<P> all(List<byte[]> datagrams, Class<P> type) {
    return datagrams.stream()
        .flatMap(datagram -> parse(datagram).packets().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Two peers 30 ms apart, of whom the first sends video for some seconds. */
  private final class OneWay {
    final Peer bob = new Peer(2).apply(0, Sections.video(1).build());
    final TwoPeers<byte[]> world =
        new TwoPeers<>(
            peer.apply(0, Sections.video(1).stream(10).build()),
            bob,
            LinkConditions.perfect().withDelay(Deadline.millis(30), 0),
            1);

    OneWay run(int frames) {
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < frames; i++) {
        byte[] frame = RtpSessionSimulationTest.vp8(i == 0, 1000, random);
        peer.send(1, frame, i * 3000L, Sections.VP8, world.now());
        world.runFor(Deadline.millis(33));
      }
      return this;
    }
  }

  @Test
  void theRoundTripTimeIsExactToTheUnitsOfReports() {
    new OneWay().run(300);
    RemoteInbound remote = Objects.requireNonNull(peer.session.outboundStreams().get(0).remote());
    assertThat(remote.roundTripTimeMeasurements()).isGreaterThan(5);
    // Three roundings to 1/65536 seconds.
    assertThat(remote.roundTripTime()).isBetween(59_950_000L, 60_050_000L);
    assertThat(remote.packetsLost()).isZero();
    assertThat(remote.packetsReceived()).isGreaterThan(200);
  }

  @Test
  void senderReportsCountAndTellTheTime() {
    OneWay world = new OneWay().run(100);
    List<SenderReport> reports = all(peer.sentRtcp, SenderReport.class);
    SenderReport last = reports.get(reports.size() - 1);
    SenderReport before = reports.get(reports.size() - 2);
    assertThat(last.packetCount()).isGreaterThan(before.packetCount());
    double seconds = (last.ntpTimestamp() - before.ntpTimestamp()) / 4294967296.0;
    long ticks = (last.rtpTimestamp() - before.rtpTimestamp()) & 0xffffffffL;
    // The frames come every 33 ms and say 33.3.
    assertThat(ticks / seconds).isBetween(89_000.0, 93_000.0);
    assertThat(world.bob.session.inboundStreams().get(0).remote()).isNotNull();
  }

  @Test
  void whoSendsNothingAnyMoreReportsAsAReceiver() {
    OneWay world = new OneWay().run(30);
    world.world.runFor(Deadline.seconds(5));
    int before = peer.sentRtcp.size();
    world.world.runFor(Deadline.seconds(5));
    List<byte[]> later = peer.sentRtcp.subList(before, peer.sentRtcp.size());
    assertThat(later).isNotEmpty();
    assertThat(all(later, SenderReport.class)).isEmpty();
  }

  @Test
  void feedbackGoesAloneOrBehindAReportAsAgreed() {
    for (boolean reducedSize : new boolean[] {true, false}) {
      Peer bob = new Peer(2).apply(0, Sections.video(1).reducedSize(reducedSize).build());
      bob.session.deliver(1, new Delivery(true, false), 0);
      Peer alice = new Peer(3).apply(0, Sections.video(1).stream(10).build());
      TwoPeers<byte[]> world = new TwoPeers<>(alice, bob, LinkConditions.perfect(), 1);
      alice.send(
          1, RtpSessionSimulationTest.vp8(true, 500, new SplittableRandom(1)), 0, Sections.VP8, 0);
      world.runFor(Deadline.millis(100));
      bob.session.requestKeyFrame(1, null, world.now());
      world.runFor(Deadline.millis(40));
      RtcpCompound first =
          bob.sentRtcp.stream()
              .map(RtcpSchedulingTest::parse)
              .filter(compound -> hasKeyFrameRequest(compound))
              .findFirst()
              .orElseThrow();
      assertThat(first.packets().get(0) instanceof ReceiverReport).isEqualTo(!reducedSize);
      assertThat(alice.events).contains(new RtpEvent.KeyFrameRequested(1, null));
    }
  }

  private static boolean hasKeyFrameRequest(RtcpCompound compound) {
    return compound.packets().stream()
        .anyMatch(p -> p instanceof PictureLossIndication || p instanceof FullIntraRequest);
  }

  private void come(long now, RtcpPacket... packets) {
    PacketBuffer datagram = PacketBuffer.allocate(1500, 0);
    RtcpCompound.write(List.of(packets), datagram);
    peer.receive(datagram.toByteArray(), now);
  }

  private long keyFrameRequests() {
    return peer.events(RtpEvent.KeyFrameRequested.class).size();
  }

  @Test
  void keyFrameRequestsArePassedOnOnceInAWhile() {
    peer.apply(0, Sections.video(1).stream(10).build());
    for (int i = 0; i < 1000; i++) {
      come(Deadline.millis(i), new PictureLossIndication(5, 10));
      peer.timeout(Deadline.millis(i));
    }
    assertThat(keyFrameRequests()).isEqualTo(4);
    assertThat(peer.session.outboundStreams().get(0).pliCount()).isEqualTo(1000);
  }

  @Test
  void aRepeatedFullIntraRequestIsTheSame() {
    peer.apply(0, Sections.video(1).stream(10).build());
    FullIntraRequest.Request first = new FullIntraRequest.Request(10, 7);
    come(0, new FullIntraRequest(5, List.of(first)));
    come(Deadline.seconds(1), new FullIntraRequest(5, List.of(first)));
    assertThat(keyFrameRequests()).isEqualTo(1);
    FullIntraRequest.Request second = new FullIntraRequest.Request(10, 8);
    come(Deadline.seconds(2), new FullIntraRequest(5, List.of(second)));
    assertThat(keyFrameRequests()).isEqualTo(2);
  }

  @Test
  void aReferenceTimeIsAnswered() {
    peer.apply(0, Sections.video(1).stream(10).build());
    come(
        0, new ExtendedReport(5, List.of(new ExtendedReport.ReceiverReferenceTime(0x1234567890L))));
    long now = peer.nextDeadline();
    peer.timeout(now);
    peer.poll(now);
    ExtendedReport answer = all(peer.sentRtcp, ExtendedReport.class).get(0);
    ExtendedReport.DelaySinceLastReceiverReport delays =
        (ExtendedReport.DelaySinceLastReceiverReport) answer.blocks().get(0);
    assertThat(delays.delays().get(0).ssrc()).isEqualTo(5);
    assertThat(delays.delays().get(0).lastReport()).isEqualTo(0x123456L);
    assertThat(delays.delays().get(0).delaySinceLastReport())
        .isEqualTo(now / 1000 * 65536 / 1_000_000);
  }

  @Test
  void thePeersOwnEstimateIsTold() {
    peer.apply(0, Sections.video(1).stream(10).build());
    come(0, new ReceiverEstimatedMaximumBitrate(5, 300_000, List.of(10L)));
    assertThat(peer.events).containsExactly(new RtpEvent.BandwidthEstimated(300_000));
  }

  @Test
  void reportsAboutOthersAreCountedAndIgnored() {
    peer.apply(0, Sections.video(1).stream(10).build());
    come(
        0,
        new ReceiverReport(5, List.of(new ReportBlock(99, 0, 0, 0, 0, 0, 0))),
        new PictureLossIndication(5, 99),
        GenericNack.of(5, 99, 1, 2, 3));
    assertThat(peer.session.dropped()).containsEntry(RtpDropReason.FOREIGN_RTCP, 3L);
    assertThat(peer.events).isEmpty();
  }

  @Test
  void streamsThatEndSayGoodbye() {
    OneWay world = new OneWay().run(5);
    peer.apply(world.world.now());
    world.world.runFor(Deadline.millis(100));
    assertThat(all(peer.sentRtcp, Goodbye.class)).containsExactly(new Goodbye(List.of(10L), null));
    assertThat(world.bob.events).contains(new RtpEvent.SourceEnded(1, 10));
  }

  @Test
  void closingSaysGoodbyeAndNothingElse() {
    OneWay world = new OneWay().run(5);
    peer.session.close(world.world.now());
    peer.session.close(world.world.now());
    world.world.runFor(Deadline.seconds(10));
    assertThat(all(peer.sentRtcp, Goodbye.class)).hasSize(1);
    assertThat(peer.session.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(peer.send(1, new byte[] {0}, 0, Sections.VP8, world.world.now())).isFalse();
  }

  @Test
  void nacksAreAnsweredOnTheOtherSourceOncePerRoundTrip() {
    OneWay world = new OneWay().run(30);
    OutboundStream before = peer.session.outboundStreams().get(0);
    int number = lastNumber();
    long now = world.world.now();
    for (int i = 0; i < 10; i++) {
      come(now, GenericNack.of(5, 10, number));
    }
    world.world.runFor(Deadline.millis(5));
    OutboundStream after = peer.session.outboundStreams().get(0);
    assertThat(after.retransmittedPacketsSent() - before.retransmittedPacketsSent()).isEqualTo(1);
    assertThat(after.unansweredNacks() - before.unansweredNacks()).isEqualTo(9);
    assertThat(after.nackCount() - before.nackCount()).isEqualTo(10);
  }

  private int lastNumber() {
    byte[] packet = peer.sentRtp.get(peer.sentRtp.size() - 1);
    return (packet[2] & 0xff) << 8 | (packet[3] & 0xff);
  }

  @Test
  void noBytesOfRtcpThrow() {
    peer.apply(0, Sections.video(1).stream(10).build());
    Seeds.forEach(
        200,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          for (int i = 0; i < 50; i++) {
            byte[] datagram = new byte[random.nextInt(200)];
            random.nextBytes(datagram);
            if (datagram.length > 4) {
              datagram[0] = (byte) (0x80 | random.nextInt(32));
              datagram[1] = (byte) (200 + random.nextInt(8));
              datagram[2] = 0;
              datagram[3] = (byte) (datagram.length / 4 - 1);
            }
            peer.session.handleRtcp(PacketBuffer.wrap(datagram), seed);
            peer.session.handleRtp(PacketBuffer.wrap(datagram), seed);
          }
        });
    assertThat(peer.session.dropped().get(RtpDropReason.MALFORMED_RTCP)).isPositive();
  }
}
