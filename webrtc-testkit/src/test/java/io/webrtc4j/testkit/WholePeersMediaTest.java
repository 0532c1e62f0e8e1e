package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.EncodedFrame;
import io.webrtc4j.FrameReader;
import io.webrtc4j.MediaPacket;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpEncodingParameters;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCRtpTransceiverInit;
import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.payload.TelephoneEvent;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Audio and video between whole connections, from the track that sends to the one that hears. */
class WholePeersMediaTest {
  private static final int SEEDS = 50;
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final LinkConditions LOSSY =
      LinkConditions.perfect().withDelay(50_000_000, 0).withLoss(0.05);
  private static final LinkConditions DELAYED =
      LinkConditions.perfect().withDelay(20_000_000, 5_000_000);

  @Test
  void whatIsSentIsReceivedByteForByteAndInOrder() {
    Seeds.forEach(
        SEEDS,
        seed -> {
          TwoPeers peers = new TwoPeers(seed, DELAYED);
          TestVideo video = new TestVideo(peers.network, seed);
          List<EncodedFrame> received = framesOf(peers.b);
          peers.a.addTrack(video.track);
          assertThat(peers.connect()).as("%s", peers).isTrue();
          video.start();
          peers.network.run(TEN_SECONDS);
          video.stop();
          peers.network.run(Duration.ofSeconds(1));
          assertThat(video.sent).hasSizeGreaterThan(280);
          assertSame(video.sent, received);
        });
  }

  /** Nearly all frames come, and soon, although one packet in twenty is lost either way. */
  @Test
  void lostPacketsAreSentAgainInTime() {
    List<Duration> delays = new ArrayList<>();
    long[] sent = {0};
    Seeds.forEach(
        SEEDS,
        seed -> {
          TwoPeers peers = new TwoPeers(seed, LOSSY);
          TestVideo video = new TestVideo(peers.network, seed);
          peers.b.onTrack(
              event ->
                  event
                      .track()
                      .onFrame(frame -> delays.add(video.sinceSent(frame, peers.network.now()))));
          peers.a.addTrack(video.track);
          assertThat(peers.connect()).as("%s", peers).isTrue();
          video.start();
          peers.network.run(TEN_SECONDS);
          video.stop();
          peers.network.run(Duration.ofSeconds(2));
          sent[0] += video.sent.size();
        });
    Collections.sort(delays);
    assertThat(delays.size()).as("of %d frames", sent[0]).isGreaterThan((int) (sent[0] * 0.995));
    assertThat(delays.get(delays.size() * 95 / 100)).isLessThan(Duration.ofMillis(400));
  }

  @Test
  void soundGoesBothWays() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    MediaStreamTrack ofA = MediaStreamTrack.audio();
    MediaStreamTrack ofB = MediaStreamTrack.audio();
    List<EncodedFrame> atA = framesOf(peers.a);
    List<EncodedFrame> atB = framesOf(peers.b);
    peers.a.addTrack(ofA);
    peers.b.addTrack(ofB);
    assertThat(peers.connect()).as("%s", peers).isTrue();
    peers.network.run(Duration.ofSeconds(1));
    for (int i = 0; i < 200; i++) {
      assertThat(ofA.send(EncodedFrame.audio(new byte[] {(byte) 0x78, (byte) i, 1}, i * 20_000L)))
          .isTrue();
      assertThat(ofB.send(EncodedFrame.audio(new byte[] {(byte) 0x78, (byte) i, 2}, i * 20_000L)))
          .isTrue();
      peers.network.run(Duration.ofMillis(20));
    }
    peers.network.run(Duration.ofSeconds(2));
    assertThat(atB).hasSize(200);
    assertThat(atA).hasSize(200);
    assertThat(atB).allMatch(frame -> frame.payload()[2] == 1);
    assertThat(atA).allMatch(frame -> frame.payload()[2] == 2);
    assertThat(atB.get(0).codec().mimeType()).isEqualTo("audio/opus");
    assertThat(atB.get(150).timestampMicros() - atB.get(50).timestampMicros())
        .isEqualTo(100 * 20_000L);
  }

  @Test
  void aPeersTrackIsSentOnByAddingItToAnotherConnection() {
    TwoPeers first = new TwoPeers(1, DELAYED);
    VirtualHost carol = first.network.host("carol").address("10.0.0.3");
    RTCPeerConnection onward = first.bob.newConnection();
    RTCPeerConnection c = carol.newConnection();
    Signaling.between(first.network, onward, c, TwoPeers.SIGNALING_DELAY);
    TestVideo video = new TestVideo(first.network, 1);
    first.b.onTrack(event -> onward.addTrack(event.track()));
    List<EncodedFrame> received = framesOf(c);
    first.a.addTrack(video.track);
    assertThat(first.connect()).as("%s", first).isTrue();
    video.start();
    first.network.run(TEN_SECONDS);
    video.stop();
    first.network.run(Duration.ofSeconds(1));
    assertThat(received).hasSizeGreaterThan(200).allMatch(video::has);
    assertThat(received.get(0).isKeyFrame()).isTrue();
    assertThat(received.stream().noneMatch(EncodedFrame::isAfterGap)).isTrue();
  }

  @Test
  void ofVersionsThatThePeerDoesNotTakeTheFirstAloneIsSent() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    MediaStreamTrack track = MediaStreamTrack.video();
    List<EncodedFrame> received = framesOf(peers.b);
    peers.a.addTransceiver(
        track,
        RTCRtpTransceiverInit.builder()
            .sendEncodings(
                RTCRtpEncodingParameters.builder().rid("low").build(),
                RTCRtpEncodingParameters.builder().rid("high").build())
            .build());
    assertThat(peers.connect()).as("%s", peers).isTrue();
    for (int i = 0; i < 10; i++) {
      assertThat(track.send(TestVideo.keyFrame(i, 1).rid("low").build())).isTrue();
      assertThat(track.send(TestVideo.keyFrame(i, 2).rid("high").build())).isFalse();
      peers.network.run(Duration.ofMillis(33));
    }
    peers.network.run(Duration.ofSeconds(1));
    assertThat(received).hasSize(10);
    assertThat(received).allMatch(frame -> frame.payload()[TestVideo.MARK] == 1);
  }

  @Test
  void aKeyFrameThatIsAskedForIsMade() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    TestVideo video = new TestVideo(peers.network, 1);
    AtomicReference<MediaStreamTrack> heard = new AtomicReference<>();
    peers.b.onTrack(event -> heard.set(event.track()));
    peers.a.addTrack(video.track);
    assertThat(peers.connect()).isTrue();
    video.start();
    peers.network.run(TEN_SECONDS);
    int before = video.keyFrames();
    heard.get().requestKeyFrame();
    peers.network.run(Duration.ofSeconds(1));
    assertThat(video.keyFrames()).isEqualTo(before + 1);
  }

  @Test
  void aTrackIsMutedUntilItsFirstPacketComes() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    TestVideo video = new TestVideo(peers.network, 1);
    List<String> seen = new ArrayList<>();
    peers.b.onTrack(
        event -> {
          seen.add("track, muted: " + event.track().muted());
          event.track().onUnmute(unmuted -> seen.add("unmute"));
        });
    peers.a.addTrack(video.track);
    assertThat(peers.connect()).isTrue();
    peers.network.run(Duration.ofSeconds(3));
    assertThat(seen).containsExactly("track, muted: true");
    video.start();
    peers.network.run(Duration.ofSeconds(1));
    assertThat(seen).containsExactly("track, muted: true", "unmute");
  }

  @Test
  void packetsAreHeardAsTheyCome() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    TestVideo video = new TestVideo(peers.network, 1);
    List<MediaPacket> inTurn = new ArrayList<>();
    List<Integer> inline = new ArrayList<>();
    peers.b.onTrack(
        event -> {
          event.track().onPacket(inTurn::add);
          event.track().onPacketInline(packet -> inline.add(packet.packet().sequenceNumber()));
        });
    peers.a.addTrack(video.track);
    assertThat(peers.connect()).isTrue();
    video.start();
    peers.network.run(Duration.ofSeconds(2));
    assertThat(inTurn).hasSizeGreaterThan(100);
    assertThat(inTurn).allMatch(packet -> packet.codec().mimeType().equals("video/VP8"));
    assertThat(inTurn.stream().map(packet -> packet.packet().sequenceNumber()).toList())
        .isEqualTo(inline);
  }

  @Test
  void aReaderHasWhatCameWhileItWasNotLooking() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    TestVideo video = new TestVideo(peers.network, 1);
    List<FrameReader> readers = new ArrayList<>();
    peers.b.onTrack(event -> readers.add(event.track().readFrames()));
    peers.a.addTrack(video.track);
    assertThat(peers.connect()).isTrue();
    video.start();
    peers.network.run(Duration.ofSeconds(5));
    List<EncodedFrame> read = new ArrayList<>();
    FrameReader reader = readers.get(0);
    for (EncodedFrame frame = reader.poll(); frame != null; frame = reader.poll()) {
      read.add(frame);
    }
    assertThat(read).hasSizeGreaterThan(100).allMatch(video::has);
    reader.close();
    peers.network.run(Duration.ofSeconds(1));
    assertThat(reader.poll()).isNull();
  }

  @Test
  void replacedTracksGoOnWithoutANegotiationAndRemovedOnesEnd() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    TestVideo first = new TestVideo(peers.network, 1).start();
    TestVideo second = new TestVideo(peers.network, 2).start();
    List<EncodedFrame> received = framesOf(peers.b);
    RTCRtpSender sender = peers.a.addTrack(first.track);
    assertThat(peers.connect()).isTrue();
    peers.network.run(Duration.ofSeconds(2));
    assertThat(received).isNotEmpty().allMatch(first::has);
    peers.network.run(Duration.ofMillis(200));
    received.clear();
    peers.network.await(sender.replaceTrack(second.track));
    peers.network.run(Duration.ofSeconds(2));
    List<EncodedFrame> ofSecond = received.stream().filter(second::has).toList();
    assertThat(ofSecond).hasSizeGreaterThan(50);
    assertThat(ofSecond.get(0).isKeyFrame()).isTrue();
    peers.a.removeTrack(sender);
    peers.network.run(Duration.ofSeconds(2));
    received.clear();
    peers.network.run(Duration.ofSeconds(2));
    assertThat(received).isEmpty();
  }

  @Test
  void whatIsMutedIsNotSentAndComesBackWithAKeyFrame() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    TestVideo video = new TestVideo(peers.network, 1);
    List<EncodedFrame> received = framesOf(peers.b);
    peers.a.addTrack(video.track);
    assertThat(peers.connect()).isTrue();
    video.start();
    peers.network.run(Duration.ofSeconds(2));
    video.track.setEnabled(false);
    peers.network.run(Duration.ofSeconds(1));
    received.clear();
    peers.network.run(Duration.ofSeconds(2));
    assertThat(received).isEmpty();
    video.track.setEnabled(true);
    peers.network.run(Duration.ofSeconds(2));
    assertThat(received).hasSizeGreaterThan(50).allMatch(video::has);
    assertThat(received.get(0).isKeyFrame()).isTrue();
  }

  /** The offer that stops the bundle's first section names another transport for the others. */
  @Test
  void mediaFlowsWhileAnOfferThatMovesItWaitsForItsAnswer() {
    VirtualNetwork network = new VirtualNetwork(1).conditions(DELAYED);
    RTCPeerConnection a = network.host("alice").address("10.0.0.1").newConnection();
    RTCPeerConnection b = network.host("bob").address("10.0.0.2").newConnection();
    Signaling.between(network, a, b, Duration.ofSeconds(2));
    TestVideo video = new TestVideo(network, 1);
    List<EncodedFrame> received = framesOf(b);
    RTCRtpTransceiver first = a.addTransceiver("audio");
    a.addTrack(video.track);
    network.run(TEN_SECONDS);
    video.start();
    network.run(Duration.ofSeconds(2));
    first.stop();
    network.run(Duration.ofMillis(500));
    received.clear();
    network.run(Duration.ofSeconds(1));
    assertThat(received).as("before the answer").hasSizeGreaterThan(20);
    network.run(TEN_SECONDS);
    received.clear();
    network.run(Duration.ofSeconds(1));
    assertThat(received).as("on the new transport").hasSizeGreaterThan(20);
  }

  @Test
  void whatIsStoppedIsNotSentAnyMoreBeforeTheNextNegotiation() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    TestVideo video = new TestVideo(peers.network, 1);
    List<MediaPacket> received = new ArrayList<>();
    peers.b.onTrack(event -> event.track().onPacket(received::add));
    peers.a.addTrack(video.track);
    assertThat(peers.connect()).isTrue();
    video.start();
    peers.network.run(Duration.ofSeconds(2));
    peers.a.getTransceivers().get(0).stop();
    peers.network.run(Duration.ofMillis(40));
    received.clear();
    peers.network.run(Duration.ofSeconds(2));
    assertThat(received).isEmpty();
  }

  @Test
  void aSecondListenerBeginsWithAKeyFrame() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    TestVideo video = new TestVideo(peers.network, 1);
    AtomicReference<MediaStreamTrack> heard = new AtomicReference<>();
    List<EncodedFrame> first = framesOf(peers.b);
    peers.b.onTrack(event -> heard.set(event.track()));
    peers.a.addTrack(video.track);
    assertThat(peers.connect()).isTrue();
    video.start();
    peers.network.run(Duration.ofSeconds(2));
    List<EncodedFrame> second = new ArrayList<>();
    heard.get().onFrame(second::add);
    peers.network.run(Duration.ofSeconds(2));
    assertThat(second).hasSizeGreaterThan(50);
    assertThat(second.get(0).isKeyFrame()).isTrue();
    assertThat(first).hasSizeGreaterThan(100);
  }

  @Test
  void tonesAreEventsOfRtp() {
    TwoPeers peers = new TwoPeers(1, DELAYED);
    List<MediaPacket> packets = new ArrayList<>();
    peers.b.onTrack(event -> event.track().onPacket(packets::add));
    MediaStreamTrack track = MediaStreamTrack.audio();
    RTCRtpSender sender = peers.a.addTrack(track);
    assertThat(peers.connect()).isTrue();
    sender.dtmf().insertDTMF("7#", 200, 100);
    peers.network.run(Duration.ofSeconds(2));
    List<TelephoneEvent> events = packets.stream().map(WholePeersMediaTest::event).toList();
    assertThat(packets).allMatch(each -> each.codec().mimeType().equals("audio/telephone-event"));
    assertThat(events.stream().map(TelephoneEvent::event).distinct()).containsExactly(7, 11);
    for (int key : List.of(7, 11)) {
      List<TelephoneEvent> tone = events.stream().filter(each -> each.event() == key).toList();
      assertThat(tone.stream().map(each -> each.duration() / 48))
          .containsExactly(50, 100, 150, 200, 200, 200, 200);
      assertThat(tone.stream().filter(TelephoneEvent::end)).hasSize(3);
    }
    assertThat(packets.stream().map(each -> each.packet().timestamp()).distinct()).hasSize(2);
    assertThat(packets.stream().filter(each -> each.packet().marker())).hasSize(2);
  }

  private static TelephoneEvent event(MediaPacket packet) {
    RtpPacket rtp = packet.packet();
    try {
      return TelephoneEvent.parse(
          new ByteReader(rtp.array(), rtp.payloadStart(), rtp.payloadEnd()));
    } catch (DecodeException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void eachVersionOfSimulcastIsSentAsItself() {
    VirtualNetwork network = new VirtualNetwork(1).conditions(DELAYED);
    VirtualHost bob = network.host("bob").address("10.0.0.2");
    RTCPeerConnection a = network.host("alice").address("10.0.0.1").newConnection();
    RTCPeerConnection b =
        new RTCPeerConnection(
            RTCConfiguration.defaults(), bob.settingsBuilder().receiveSimulcast(true).build());
    Signaling.between(network, a, b, TwoPeers.SIGNALING_DELAY);
    MediaStreamTrack track = MediaStreamTrack.video();
    List<EncodedFrame> received = framesOf(b);
    a.addTransceiver(
        track,
        new RTCRtpTransceiverInit(
            RTCRtpTransceiverDirection.SENDONLY, List.of(), versions("q", "h", "f")));
    network.run(TEN_SECONDS);
    for (int i = 0; i < 30; i++) {
      for (String rid : List.of("q", "h", "f")) {
        track.send(TestVideo.frame(i, rid));
      }
      network.run(Duration.ofMillis(33));
    }
    network.run(Duration.ofSeconds(1));
    for (String rid : List.of("q", "h", "f")) {
      List<EncodedFrame> version =
          received.stream().filter(frame -> rid.equals(frame.rid())).toList();
      assertThat(version).as(rid).hasSize(30);
      assertThat(version).allMatch(frame -> frame.payload()[10] == rid.charAt(0));
    }
  }

  private static List<RTCRtpEncodingParameters> versions(String... rids) {
    return Arrays.stream(rids)
        .map(rid -> RTCRtpEncodingParameters.builder().rid(rid).build())
        .toList();
  }

  private static List<EncodedFrame> framesOf(RTCPeerConnection pc) {
    List<EncodedFrame> frames = new ArrayList<>();
    pc.onTrack(event -> event.track().onFrame(frames::add));
    return frames;
  }

  private static void assertSame(List<EncodedFrame> sent, List<EncodedFrame> received) {
    assertThat(received).hasSameSizeAs(sent);
    for (int i = 0; i < sent.size(); i++) {
      assertThat(Arrays.equals(sent.get(i).payload(), received.get(i).payload()))
          .as("frame %d", i)
          .isTrue();
      assertThat(received.get(i).isKeyFrame()).isEqualTo(sent.get(i).isKeyFrame());
    }
  }
}
