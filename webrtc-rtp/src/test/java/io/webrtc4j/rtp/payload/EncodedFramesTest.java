package io.webrtc4j.rtp.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.DecodeException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What encoders make, cut into packets of all lengths and put together. */
class EncodedFramesTest {
  @Test
  void vp8() throws DecodeException {
    assertThat(keyFrames("VP8", Recordings.ivf("vp8.ivf"))).containsExactly(0, 4);
  }

  @Test
  void vp9() throws DecodeException {
    assertThat(keyFrames("VP9", Recordings.ivf("vp9.ivf"))).containsExactly(0);
  }

  /** Without temporal delimiters, with which each of the file's frames begins. */
  @Test
  void av1() throws DecodeException {
    List<byte[]> frames = new ArrayList<>();
    for (byte[] frame : Recordings.ivf("av1.ivf")) {
      assertThat(Through.hex(frame)).startsWith("1200");
      frames.add(Arrays.copyOfRange(frame, 2, frame.length));
    }
    assertThat(keyFrames("AV1", frames)).containsExactly(0, 4);
  }

  @Test
  void h264() throws DecodeException {
    assertThat(keyFrames("H264", longStartCodes(Recordings.annexB("h264.h264", 0x09))))
        .containsExactly(0, 4);
  }

  @Test
  void h265() throws DecodeException {
    assertThat(keyFrames("H265", longStartCodes(Recordings.annexB("h265.h265", 0x46))))
        .containsExactly(0, 3);
  }

  private static List<byte[]> longStartCodes(List<byte[]> frames) {
    return frames.stream().map(EncodedFramesTest::longStartCodes).toList();
  }

  private static byte[] longStartCodes(byte[] frame) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int zeros = 0;
    for (byte value : frame) {
      if (value == 1 && zeros == 2) {
        out.write(0);
      }
      zeros = value == 0 ? zeros + 1 : 0;
      out.write(value);
    }
    return out.toByteArray();
  }

  /** The indices of the key frames; each frame comes back as it was. */
  private static List<Integer> keyFrames(String name, List<byte[]> frames) throws DecodeException {
    assertThat(frames).hasSize(8);
    PayloadFormat format = Through.format(name);
    Packetizer packetizer = format.packetizer();
    Depacketizer depacketizer = format.depacketizer();
    List<Integer> keyFrames = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      for (int maxLength = 100; maxLength < 1500; maxLength += 7) {
        List<byte[]> payloads = Through.cut(packetizer, frames.get(i), maxLength);
        for (byte[] payload : payloads) {
          assertThat(payload.length).isLessThanOrEqualTo(maxLength);
        }
        byte[] first = payloads.get(0);
        assertThat(depacketizer.canBeginFrame(first, 0, first.length)).isTrue();
        assertThat(Through.join(depacketizer, payloads)).isEqualTo(frames.get(i));
        assertThat(depacketizer.isKeyFrame()).isEqualTo(packetizer.isKeyFrame());
      }
      if (packetizer.isKeyFrame()) {
        keyFrames.add(i);
      }
    }
    return keyFrames;
  }
}
