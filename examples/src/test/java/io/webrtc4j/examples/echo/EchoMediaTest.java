package io.webrtc4j.examples.echo;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.EncodedFrame;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpEncodingParameters;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCRtpTransceiverInit;
import io.webrtc4j.RTCSdpType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tracks that go to the server come back, each on the transceiver that it was sent by. */
@Timeout(60)
class EchoMediaTest {
  private static final int FRAME_MILLIS = 20;
  private static final int FRAMES = 20;
  private static final int LAST = 15;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final RTCPeerConnection pc =
      new RTCPeerConnection(
          RTCConfiguration.defaults(), PeerSettings.builder().includeLoopback(true).build());
  private EchoServer server;

  @BeforeEach
  void start() throws Exception {
    server = new EchoServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), lines::add);
  }

  @AfterEach
  void stop() {
    clock.shutdownNow();
    pc.close();
    server.close();
  }

  @Test
  void soundAloneComesBackAndItsEndIsNoticed() throws Exception {
    MediaStreamTrack sound = MediaStreamTrack.audio();
    RTCRtpTransceiver transceiver = pc.addTransceiver(sound);
    BlockingQueue<EncodedFrame> returned = framesOf(transceiver);
    connect();
    play(sound, 1, null);
    for (int i = 0; i < FRAMES; i++) {
      assertThat(next(returned).payload()[LAST]).isEqualTo((byte) 1);
    }
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    pc.close();
    String last = lines.take();
    while (!last.contains("over:")) {
      last = lines.take();
    }
    assertThat(last).contains("the client closed it");
  }

  @Test
  void eachOfSeveralTracksComesBackByItsOwnTransceiver() throws Exception {
    List<MediaStreamTrack> tracks =
        List.of(
            MediaStreamTrack.audio(),
            MediaStreamTrack.video(),
            MediaStreamTrack.audio(),
            MediaStreamTrack.video());
    List<BlockingQueue<EncodedFrame>> returned = new ArrayList<>();
    tracks.forEach(track -> returned.add(framesOf(pc.addTransceiver(track))));
    pc.createDataChannel("beside them");
    connect();
    for (int i = 0; i < tracks.size(); i++) {
      play(tracks.get(i), i, null);
    }
    for (int i = 0; i < tracks.size(); i++) {
      for (int frame = 0; frame < FRAMES; frame++) {
        assertThat(next(returned.get(i)).payload()[LAST]).isEqualTo((byte) i);
      }
    }
  }

  /** Like a browser, the server takes one version: of simulcast, the client sends the first. */
  @Test
  void theFirstVersionOfSimulcastComesBack() throws Exception {
    MediaStreamTrack picture = MediaStreamTrack.video();
    RTCRtpTransceiverInit init =
        RTCRtpTransceiverInit.builder()
            .sendEncodings(
                RTCRtpEncodingParameters.builder().rid("low").build(),
                RTCRtpEncodingParameters.builder().rid("high").build())
            .build();
    BlockingQueue<EncodedFrame> returned = framesOf(pc.addTransceiver(picture, init));
    connect();
    play(picture, 1, "low");
    play(picture, 2, "high");
    for (int i = 0; i < FRAMES; i++) {
      assertThat(next(returned).payload()[LAST]).isEqualTo((byte) 1);
    }
  }

  @Test
  void whatTheClientDoesNotSendIsNotSentToIt() throws Exception {
    RTCRtpTransceiver transceiver =
        pc.addTransceiver("video", new RTCRtpTransceiverInit(RTCRtpTransceiverDirection.RECVONLY));
    connect();
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.INACTIVE);
  }

  private static BlockingQueue<EncodedFrame> framesOf(RTCRtpTransceiver transceiver) {
    BlockingQueue<EncodedFrame> frames = new LinkedBlockingQueue<>();
    transceiver.receiver().track().onFrame(frames::add);
    return frames;
  }

  private static EncodedFrame next(BlockingQueue<EncodedFrame> frames) throws Exception {
    EncodedFrame frame = frames.poll(20, TimeUnit.SECONDS);
    assertThat(frame).isNotNull();
    return frame;
  }

  private void connect() throws Exception {
    pc.setLocalDescription().get();
    byte[] offer = DescriptionJson.write(Gathering.completeDescription(pc).get());
    HttpRequest request =
        HttpRequest.newBuilder(server.uri())
            .POST(HttpRequest.BodyPublishers.ofByteArray(offer))
            .build();
    byte[] answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    pc.setRemoteDescription(DescriptionJson.parse(answer, RTCSdpType.ANSWER)).get();
  }

  /** Sends frames from now on, each of them a key frame of VP8 or some Opus, with the number. */
  private void play(MediaStreamTrack track, int number, @Nullable String rid) {
    // RFC 6386 §9.1: a key frame's tag and start code, and a size of 16 by 16.
    byte[] frame = {0x10, 0x02, 0x00, (byte) 0x9d, 0x01, 0x2a, 16, 0, 16, 0, 0, 0, 0, 0, 0, 0};
    frame[LAST] = (byte) number;
    var unused =
        clock.scheduleAtFixedRate(
            () ->
                track.send(
                    EncodedFrame.builder(frame.clone(), System.nanoTime() / 1000)
                        .keyFrame(true)
                        .rid(rid)
                        .build()),
            0,
            FRAME_MILLIS,
            TimeUnit.MILLISECONDS);
  }
}
