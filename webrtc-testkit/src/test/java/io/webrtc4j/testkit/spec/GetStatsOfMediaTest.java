package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.webrtc4j.EncodedFrame;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCCodecStats;
import io.webrtc4j.RTCInboundRtpStreamStats;
import io.webrtc4j.RTCOutboundRtpStreamStats;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRemoteInboundRtpStreamStats;
import io.webrtc4j.RTCRemoteOutboundRtpStreamStats;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpStreamStats;
import io.webrtc4j.RTCStats;
import io.webrtc4j.RTCStatsReport;
import io.webrtc4j.RTCTransportStats;
import io.webrtc4j.sim.LinkConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What getStats tells of streams (§8): a sends audio and video to b for some seconds. */
class GetStatsOfMediaTest {
  private static final int SECONDS = 12;
  private static final int FRAMES = SECONDS * 50;
  private static final int AUDIO_BYTES = 80;

  /** The header of a VP8 key frame of 16 by 16 pixels (RFC 6386 §9.1). */
  private static final byte[] KEY_FRAME = {0x10, 0x02, 0, (byte) 0x9d, 1, 0x2a, 16, 0, 16, 0};

  private static final int VIDEO_BYTES = 3000;

  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;
  private final MediaStreamTrack audio = MediaStreamTrack.audio();
  private final MediaStreamTrack video = MediaStreamTrack.video();
  private final List<EncodedFrame> received = new ArrayList<>();
  private RTCRtpSender audioSender;
  private RTCRtpSender videoSender;

  @BeforeEach
  void sendForAWhile() {
    audioSender = a.addTrack(audio);
    videoSender = a.addTrack(video);
    b.onTrack(event -> event.track().onFrame(received::add));
    peers.alice.uplink().conditions(LinkConditions.perfect().withDelay(Duration.ofMillis(30)));
    peers.bob.uplink().conditions(LinkConditions.perfect().withDelay(Duration.ofMillis(10)));
    peers.connect();
    for (int i = 0; i < FRAMES; i++) {
      assertThat(audio.send(EncodedFrame.audio(new byte[AUDIO_BYTES], i * 20_000L))).isTrue();
      if (i % 5 == 0) {
        byte[] picture = Arrays.copyOf(KEY_FRAME, VIDEO_BYTES);
        assertThat(video.send(EncodedFrame.video(picture, i * 20_000L, true))).isTrue();
      }
      peers.network.run(Duration.ofMillis(20));
    }
    peers.network.run(Duration.ofMillis(500));
  }

  private RTCStatsReport stats(RTCPeerConnection connection) {
    return peers.await(connection.getStats());
  }

  private RTCOutboundRtpStreamStats sent(String kind) {
    return only(stats(a).ofType(RTCOutboundRtpStreamStats.class), kind);
  }

  private RTCInboundRtpStreamStats received(String kind) {
    return only(stats(b).ofType(RTCInboundRtpStreamStats.class), kind);
  }

  private static <T extends RTCRtpStreamStats> T only(List<T> streams, String kind) {
    List<T> found = streams.stream().filter(each -> each.kind().equals(kind)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void bothEndsCountTheSame() {
    for (String kind : List.of("audio", "video")) {
      RTCOutboundRtpStreamStats sent = sent(kind);
      RTCInboundRtpStreamStats received = received(kind);
      assertThat(received.ssrc()).isEqualTo(sent.ssrc());
      assertThat(received.mid()).isEqualTo(sent.mid()).isNotNull();
      assertThat(received.packetsReceived()).isEqualTo(sent.packetsSent());
      assertThat(received.bytesReceived()).isEqualTo(sent.bytesSent());
      assertThat(received.headerBytesReceived()).isEqualTo(sent.headerBytesSent());
      assertThat(received.packetsLost()).isZero();
      assertThat(received.jitter()).isBetween(0.0, 0.05);
      assertThat(sent.active()).isTrue();
      assertThat(sent.encodingIndex()).isZero();
    }
    assertThat(sent("audio").packetsSent()).isEqualTo(FRAMES);
    assertThat(sent("audio").bytesSent()).isEqualTo((long) FRAMES * AUDIO_BYTES);
    assertThat(sent("video").framesSent()).isEqualTo(FRAMES / 5);
    assertThat(received("video").framesReceived()).isEqualTo(FRAMES / 5);
    assertThat(received("video").framesAssembledFromMultiplePackets()).isEqualTo(FRAMES / 5);
    assertThat(received("audio").framesReceived()).isNull();
    assertThat(received).hasSize(FRAMES + FRAMES / 5);
  }

  @Test
  void theReceiversTrackIsNamed() {
    assertThat(received("audio").trackIdentifier()).isEqualTo(b.getReceivers().get(0).track().id());
  }

  @Test
  void codecsAreThoseOfTheDescriptions() {
    RTCCodecStats opus = (RTCCodecStats) stats(a).get(sent("audio").codecId());
    assertThat(opus.mimeType()).isEqualTo("audio/opus");
    assertThat(opus.clockRate()).isEqualTo(48_000);
    assertThat(opus.channels()).isEqualTo(2);
    assertThat(b.localDescription().sdp())
        .contains("a=rtpmap:" + opus.payloadType() + " opus/48000/2")
        .contains("a=fmtp:" + opus.payloadType() + " " + opus.sdpFmtpLine());
    RTCCodecStats vp8 = (RTCCodecStats) stats(b).get(received("video").codecId());
    assertThat(vp8.mimeType()).isEqualTo("video/VP8");
    assertThat(vp8.channels()).isNull();
    assertThat(stats(b).get(vp8.transportId())).isInstanceOf(RTCTransportStats.class);
  }

  @Test
  void thePeersReportsTellHowItReceives() {
    for (String kind : List.of("audio", "video")) {
      RTCOutboundRtpStreamStats sent = sent(kind);
      RTCRemoteInboundRtpStreamStats remote =
          (RTCRemoteInboundRtpStreamStats) stats(a).get(sent.remoteId());
      assertThat(remote.localId()).isEqualTo(sent.id());
      assertThat(remote.ssrc()).isEqualTo(sent.ssrc());
      assertThat(remote.codecId()).isEqualTo(sent.codecId());
      assertThat(remote.packetsReceived()).isBetween(1L, sent.packetsSent());
      assertThat(remote.packetsLost()).isZero();
      assertThat(remote.fractionLost()).isZero();
      assertThat(remote.roundTripTime()).isEqualTo(0.04, within(0.002));
      assertThat(remote.roundTripTimeMeasurements()).isPositive();
      assertThat(remote.totalRoundTripTime())
          .isEqualTo(remote.roundTripTimeMeasurements() * 0.04, within(0.05));
      assertThat(remote.timestamp()).isLessThan(sent.timestamp());
    }
  }

  @Test
  void thePeersReportsTellHowItSends() {
    for (String kind : List.of("audio", "video")) {
      RTCInboundRtpStreamStats received = received(kind);
      RTCRemoteOutboundRtpStreamStats remote =
          (RTCRemoteOutboundRtpStreamStats) stats(b).get(received.remoteId());
      assertThat(remote.localId()).isEqualTo(received.id());
      assertThat(remote.packetsSent()).isBetween(1L, received.packetsReceived());
      assertThat(remote.bytesSent()).isBetween(1L, received.bytesReceived());
      assertThat(remote.reportsSent()).isPositive();
      assertThat(remote.remoteTimestamp()).isEqualTo(remote.timestamp() - 30, within(1.0));
    }
  }

  @Test
  void aSendersReportHasWhatItsStreamsReferTo() {
    RTCStatsReport whole = stats(a);
    RTCStatsReport report = peers.await(audioSender.getStats());
    assertThat(report.ofType(RTCOutboundRtpStreamStats.class))
        .extracting(RTCStats::id)
        .containsExactly(sent("audio").id());
    assertThat(report.ofType(RTCCodecStats.class)).hasSize(1);
    assertThat(report.ofType(RTCRemoteInboundRtpStreamStats.class)).hasSize(1);
    assertThat(report.ofType(RTCTransportStats.class)).hasSize(1);
    assertThat(whole.keySet()).containsAll(report.keySet());
    assertThat(peers.await(a.getStats(audio)).keySet()).isEqualTo(report.keySet());
    assertThat(peers.await(videoSender.getStats()).keySet()).contains(sent("video").id());
  }

  @Test
  void aReceiversReportHasWhatItsStreamsReferTo() {
    RTCStatsReport report = peers.await(b.getReceivers().get(1).getStats());
    assertThat(report.ofType(RTCInboundRtpStreamStats.class))
        .extracting(RTCStats::id)
        .containsExactly(received("video").id());
    assertThat(report.ofType(RTCRemoteOutboundRtpStreamStats.class)).hasSize(1);
    assertThat(peers.await(b.getReceivers().get(0).getStats()).keySet())
        .contains(received("audio").id())
        .doesNotContain(received("video").id());
    assertThat(peers.await(b.getSenders().get(0).getStats()).values())
        .noneMatch(RTCInboundRtpStreamStats.class::isInstance);
  }

  @Test
  void aClosedConnectionTellsItsLastStreams() {
    Map<String, RTCStats> before = stats(b);
    b.close();
    RTCStatsReport after = stats(b);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.ofType(RTCInboundRtpStreamStats.class)).hasSize(2);
  }
}
