package io.webrtc4j.interop.media;

import io.webrtc4j.EncodedFrame;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCRtpCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Encoded pictures or sound of our own making, played again and again on a track. */
final class EncodedFile implements AutoCloseable {
  private static final long PICTURE_MICROS = 1_000_000 / 30;
  private static final long SOUND_MICROS = 20_000;

  private final List<byte[]> frames;
  private final RTCRtpCodec codec;
  private final long micros;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  private EncodedFile(List<byte[]> frames, RTCRtpCodec codec, long micros) {
    this.frames = frames;
    this.codec = codec;
    this.micros = micros;
  }

  static EncodedFile vp8() {
    return new EncodedFile(
        Ivf.read(picture("libvpx", ".ivf", "-deadline", "realtime")), video("VP8"), PICTURE_MICROS);
  }

  static EncodedFile vp9() {
    return new EncodedFile(
        Ivf.read(picture("libvpx-vp9", ".ivf", "-deadline", "realtime", "-lag-in-frames", "0")),
        video("VP9"),
        PICTURE_MICROS);
  }

  static EncodedFile av1() {
    return new EncodedFile(
        Ivf.read(
            picture(
                "libaom-av1",
                ".ivf",
                "-usage",
                "realtime",
                "-cpu-used",
                "8",
                "-lag-in-frames",
                "0")),
        video("AV1"),
        PICTURE_MICROS);
  }

  static EncodedFile h264() {
    return new EncodedFile(
        accessUnits(
            picture(
                "libx264",
                ".h264",
                "-profile:v",
                "baseline",
                "-tune",
                "zerolatency",
                "-x264-params",
                "aud=1")),
        video("H264"),
        PICTURE_MICROS);
  }

  static EncodedFile opus() {
    return new EncodedFile(
        OggOpus.read(
            Ffmpeg.make(".ogg", "-f", "lavfi", "-i", "sine=440:duration=5", "-c:a", "libopus")),
        new RTCRtpCodec("audio/opus", 48_000, 2, null),
        SOUND_MICROS);
  }

  private static RTCRtpCodec video(String name) {
    return new RTCRtpCodec("video/" + name, 90_000);
  }

  private static byte[] picture(String encoder, String suffix, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30", "-t", "3", "-c:v"));
    arguments.add(encoder);
    arguments.addAll(List.of("-b:v", "400k", "-g", "30", "-pix_fmt", "yuv420p"));
    arguments.addAll(List.of(options));
    return Ffmpeg.make(suffix, arguments.toArray(String[]::new));
  }

  /** Each begins with a delimiter, NAL unit type 9 (H.264 §7.4.1.2.3). */
  private static List<byte[]> accessUnits(byte[] stream) {
    List<byte[]> units = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i + 4 < stream.length; i++) {
      boolean delimiter =
          stream[i] == 0
              && stream[i + 1] == 0
              && stream[i + 2] == 0
              && stream[i + 3] == 1
              && (stream[i + 4] & 0x1f) == 9;
      if (delimiter) {
        if (begin >= 0) {
          units.add(java.util.Arrays.copyOfRange(stream, begin, i));
        }
        begin = i;
      }
    }
    return units;
  }

  /** Plays it in real time from now on; from its beginning, a key frame, when one is asked for. */
  EncodedFile playOn(MediaStreamTrack track) {
    AtomicBoolean rewind = new AtomicBoolean();
    track.onKeyFrameRequest(request -> rewind.set(true));
    int[] next = {0, 0};
    clock.scheduleAtFixedRate(
        () -> {
          if (rewind.getAndSet(false)) {
            next[0] = 0;
          }
          int index = next[0]++ % frames.size();
          track.send(
              EncodedFrame.builder(frames.get(index).clone(), next[1]++ * micros)
                  .keyFrame(index == 0)
                  .codec(codec)
                  .build());
        },
        0,
        micros,
        TimeUnit.MICROSECONDS);
    return this;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
