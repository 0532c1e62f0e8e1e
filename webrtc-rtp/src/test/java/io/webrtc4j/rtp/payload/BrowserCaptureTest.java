package io.webrtc4j.rtp.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Chromium sent: VP8 in RED, and Opus. */
class BrowserCaptureTest {
  private static final String RED = "118";
  private static final int VP8 = 96;

  private final RedPayload red = new RedPayload();
  private final Depacketizer vp8 = Through.format("VP8").depacketizer();
  private final Depacketizer opus = Through.format("opus").depacketizer();

  @Test
  void itsVideoIsPutTogether() throws DecodeException {
    List<Boolean> keyFrames = new ArrayList<>();
    String timestamp = "";
    for (String[] packet : Recordings.lines("chromium.txt")) {
      if (!packet[0].equals(RED)) {
        continue;
      }
      byte[] payload = Through.hex(packet[4]);
      red.over(payload, 0, payload.length);
      assertThat(red.next()).isTrue();
      assertThat(red.isPrimary()).isTrue();
      assertThat(red.payloadType()).isEqualTo(VP8);
      boolean begins = !packet[3].equals(timestamp);
      assertThat(vp8.canBeginFrame(payload, red.start(), red.end())).isEqualTo(begins);
      if (begins) {
        vp8.begin();
      }
      timestamp = packet[3];
      vp8.add(payload, red.start(), red.end());
      boolean isLast = packet[1].equals("1");
      if (isLast) {
        assertThat(vp8.end()).isNotEmpty();
        keyFrames.add(vp8.isKeyFrame());
      }
    }
    assertThat(keyFrames).hasSizeGreaterThan(5).startsWith(true, false).containsOnlyOnce(true);
  }

  @Test
  void itsAudioIsOfTwentyMilliseconds() throws DecodeException {
    int packets = 0;
    for (String[] packet : Recordings.lines("chromium.txt")) {
      if (!packet[0].equals(RED)) {
        byte[] payload = Through.hex(packet[4]);
        assertThat(OpusPacket.duration(payload, 0, payload.length)).isEqualTo(960);
        assertThat(Through.join(opus, List.of(payload))).isEqualTo(payload);
        packets++;
      }
    }
    assertThat(packets).isGreaterThan(10);
  }
}
