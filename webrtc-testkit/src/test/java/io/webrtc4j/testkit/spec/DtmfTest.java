package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCDTMFSender;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Telephone tones (§7). */
class DtmfTest {
  private final Peers peers = new Peers();

  private RTCDTMFSender connected() {
    RTCRtpSender sender = peers.a.addTrack(MediaStreamTrack.audio());
    peers.connect();
    return sender.dtmf();
  }

  @Test
  void onlySendersOfAudioHaveTones() {
    assertThat(peers.a.addTransceiver("video").sender().dtmf()).isNull();
    RTCRtpTransceiver audio = peers.a.addTransceiver("audio");
    assertThat(audio.sender().dtmf()).isNotNull().isSameAs(audio.sender().dtmf());
    assertThat(audio.sender().dtmf().toneBuffer()).isEmpty();
    assertThat(audio.sender().dtmf().canInsertDTMF()).isFalse();
    assertThat(Peers.thrown(() -> audio.sender().dtmf().insertDTMF("1")))
        .isEqualTo("InvalidStateError");
    assertThat(Peers.thrown(() -> audio.sender().dtmf().insertDTMF("bad")))
        .isEqualTo("InvalidStateError");
  }

  @Test
  void tonesArePlayedOneAfterTheOtherAndTheEndIsTold() {
    RTCDTMFSender dtmf = connected();
    assertThat(dtmf.canInsertDTMF()).isTrue();
    Duration start = peers.network.now();
    List<String> tones = new ArrayList<>();
    dtmf.onToneChange(
        event ->
            tones.add(
                event.tone()
                    + "/"
                    + dtmf.toneBuffer()
                    + "@"
                    + peers.network.now().minus(start).toMillis()));
    dtmf.insertDTMF("1d,");
    assertThat(dtmf.toneBuffer()).isEqualTo("1D,");
    peers.network.run(Duration.ofSeconds(5));
    assertThat(tones).containsExactly("1/D,@0", "D/,@170", ",/@340", "/@2340");
    assertThat(dtmf.toneBuffer()).isEmpty();
  }

  @Test
  void durationAndGapAreKeptWithinTheirBounds() {
    RTCDTMFSender dtmf = connected();
    assertThat(gap(dtmf, 10, 10)).isEqualTo(40 + 30);
    assertThat(gap(dtmf, 7000, 7000)).isEqualTo(6000 + 6000);
    assertThat(gap(dtmf, 500, 50)).isEqualTo(550);
  }

  private long gap(RTCDTMFSender dtmf, int duration, int interToneGap) {
    List<Long> times = new ArrayList<>();
    var listener = dtmf.onToneChange(event -> times.add(peers.network.now().toMillis()));
    dtmf.insertDTMF("12", duration, interToneGap);
    peers.network.run(Duration.ofSeconds(30));
    listener.remove();
    return times.get(1) - times.get(0);
  }

  @Test
  void unknownCharactersAreRefused() {
    RTCDTMFSender dtmf = connected();
    assertThat(Peers.thrown(() -> dtmf.insertDTMF("123E"))).isEqualTo("InvalidCharacterError");
    assertThat(dtmf.toneBuffer()).isEmpty();
    dtmf.insertDTMF("0123456789abcdABCD#*,");
    assertThat(dtmf.toneBuffer()).isEqualTo("0123456789ABCDABCD#*,");
  }

  @Test
  void insertingReplacesWhatIsLeft() {
    RTCDTMFSender dtmf = connected();
    List<String> tones = new ArrayList<>();
    dtmf.onToneChange(
        event -> {
          tones.add(event.tone());
          if (event.tone().equals("1")) {
            dtmf.insertDTMF("45");
          }
        });
    dtmf.insertDTMF("123");
    peers.network.run(Duration.ofSeconds(5));
    assertThat(tones).containsExactly("1", "4", "5", "");
    tones.clear();
    dtmf.insertDTMF("");
    peers.settle();
    assertThat(tones).isEmpty();
  }

  @Test
  void tonesNeedATrackAndADirectionThatSends() {
    RTCDTMFSender dtmf = connected();
    List<String> tones = new ArrayList<>();
    dtmf.onToneChange(event -> tones.add(event.tone()));
    dtmf.insertDTMF("123");
    peers.network.run(Duration.ofMillis(10));
    peers.a.getTransceivers().get(0).setDirection(RTCRtpTransceiverDirection.INACTIVE);
    peers.negotiate();
    peers.network.run(Duration.ofSeconds(5));
    assertThat(tones.size()).isLessThan(3);
    assertThat(Peers.thrown(() -> dtmf.insertDTMF("1"))).isEqualTo("InvalidStateError");
    peers.a.getTransceivers().get(0).setDirection(RTCRtpTransceiverDirection.SENDONLY);
    peers.negotiate();
    assertThat(dtmf.canInsertDTMF()).isTrue();
    peers.await(peers.a.getSenders().get(0).replaceTrack(null));
    assertThat(dtmf.canInsertDTMF()).isFalse();
  }

  @Test
  void aStoppedTransceiverPlaysNothing() {
    RTCDTMFSender dtmf = connected();
    List<String> tones = new ArrayList<>();
    dtmf.onToneChange(event -> tones.add(event.tone()));
    dtmf.insertDTMF("123");
    peers.network.run(Duration.ofMillis(10));
    peers.a.getTransceivers().get(0).stop();
    peers.network.run(Duration.ofSeconds(5));
    assertThat(tones).containsExactly("1");
    assertThat(Peers.thrown(() -> dtmf.insertDTMF("1"))).isEqualTo("InvalidStateError");
  }
}
