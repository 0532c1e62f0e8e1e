package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Direction;
import java.util.ArrayList;
import java.util.List;

/** The lists of {@link MediaCapabilities#DEFAULT}. */
final class DefaultCapabilities {
  private static final List<String> VIDEO_FEEDBACK =
      List.of("goog-remb", "transport-cc", "ccm fir", "nack", "nack pli");

  /** Baseline, Constrained Baseline, Main, Constrained High and High, level 3.1. */
  private static final List<String> H264_PROFILES =
      List.of("42001f", "42e01f", "4d001f", "640c1f", "64001f");

  private DefaultCapabilities() {}

  static List<Codec> codecs() {
    List<Codec> codecs = new ArrayList<>();
    codecs.add(
        Codec.audio("opus", 48_000, 2, "minptime=10;useinbandfec=1")
            .withFeedback(List.of("transport-cc")));
    codecs.add(Codec.audio(Codec.RED, 48_000, 2, ""));
    codecs.add(Codec.audio("G722", 8_000, 1, ""));
    codecs.add(Codec.audio("PCMU", 8_000, 1, ""));
    codecs.add(Codec.audio("PCMA", 8_000, 1, ""));
    codecs.add(Codec.audio("telephone-event", 48_000, 1, ""));
    codecs.add(Codec.audio("telephone-event", 8_000, 1, ""));
    codecs.add(video("VP8", ""));
    codecs.add(Codec.video(Codec.RTX, "", List.of()));
    codecs.add(video("VP9", "profile-id=0"));
    codecs.add(video("VP9", "profile-id=2"));
    for (String profile : H264_PROFILES) {
      codecs.add(h264(profile, 1));
      codecs.add(h264(profile, 0));
    }
    codecs.add(video("AV1", "level-idx=5;profile=0;tier=0"));
    return codecs;
  }

  private static Codec video(String name, String parameters) {
    return Codec.video(name, parameters, VIDEO_FEEDBACK);
  }

  private static Codec h264(String profileLevel, int packetizationMode) {
    return video(
        "H264",
        "level-asymmetry-allowed=1;packetization-mode="
            + packetizationMode
            + ";profile-level-id="
            + profileLevel);
  }

  static List<HeaderExtension> extensions() {
    return List.of(
        audio(HeaderExtension.AUDIO_LEVEL),
        audio(HeaderExtension.ABSOLUTE_SEND_TIME),
        audio(HeaderExtension.TRANSPORT_WIDE_CC),
        audio(HeaderExtension.MID),
        video(HeaderExtension.TRANSMISSION_OFFSET),
        video(HeaderExtension.ABSOLUTE_SEND_TIME),
        video(HeaderExtension.VIDEO_ORIENTATION),
        video(HeaderExtension.TRANSPORT_WIDE_CC),
        video(HeaderExtension.PLAYOUT_DELAY),
        video(HeaderExtension.MID),
        video(HeaderExtension.RID),
        video(HeaderExtension.REPAIRED_RID),
        new HeaderExtension(
            MediaKind.VIDEO, HeaderExtension.DEPENDENCY_DESCRIPTOR, Direction.INACTIVE));
  }

  private static HeaderExtension audio(String uri) {
    return HeaderExtension.of(MediaKind.AUDIO, uri);
  }

  private static HeaderExtension video(String uri) {
    return HeaderExtension.of(MediaKind.VIDEO, uri);
  }
}
