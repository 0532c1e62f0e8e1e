package io.webrtc4j.rtp.transport;

import io.webrtc4j.rtp.ExtensionUri;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.rtp.session.SendStreamConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sections for tests, changed one thing after the other. */
final class Sections {
  static final int OPUS = 111;
  static final int VP8 = 96;
  static final int RTX = 97;

  static final int MID_ID = 4;
  static final int RID_ID = 10;
  static final int REPAIRED_RID_ID = 11;
  static final int TRANSPORT_NUMBER_ID = 3;

  static final Map<String, Integer> EXTENSIONS =
      Map.of(
          ExtensionUri.MID, MID_ID,
          ExtensionUri.RID, RID_ID,
          ExtensionUri.REPAIRED_RID, REPAIRED_RID_ID,
          ExtensionUri.ABSOLUTE_SEND_TIME, 2,
          ExtensionUri.TRANSPORT_NUMBER, TRANSPORT_NUMBER_ID);

  private Sections() {}

  static RtpCodec opus() {
    return new RtpCodec(OPUS, "opus", 48_000, 2, Map.of(), RtpCodec.NO_RTX, Set.of("transport-cc"));
  }

  static RtpCodec vp8() {
    return new RtpCodec(
        VP8,
        "VP8",
        90_000,
        0,
        Map.of(),
        RTX,
        Set.of("nack", "nack pli", "ccm fir", "transport-cc", "goog-remb"));
  }

  static Builder audio(int id) {
    return new Builder(id, false);
  }

  static Builder video(int id) {
    return new Builder(id, true);
  }

  static final class Builder {
    private final int id;
    private final boolean video;
    private String mid;
    private boolean sending = true;
    private boolean receiving = true;
    private List<RtpCodec> codecs;
    private Map<String, Integer> extensions = EXTENSIONS;
    private boolean reducedSize = true;
    private List<SendStreamConfig> streams = List.of();
    private List<String> rids = List.of();
    private List<Long> sources = List.of();
    private Map<Long, Long> retransmissions = Map.of();

    private Builder(int id, boolean video) {
      this.id = id;
      this.video = video;
      this.mid = Integer.toString(id);
      this.codecs = List.of(video ? vp8() : opus());
    }

    Builder mid(String mid) {
      this.mid = mid;
      return this;
    }

    Builder sends(boolean sending) {
      this.sending = sending;
      return this;
    }

    Builder receives(boolean receiving) {
      this.receiving = receiving;
      return this;
    }

    Builder codecs(RtpCodec... codecs) {
      this.codecs = List.of(codecs);
      return this;
    }

    Builder extensions(Map<String, Integer> extensions) {
      this.extensions = extensions;
      return this;
    }

    Builder reducedSize(boolean reducedSize) {
      this.reducedSize = reducedSize;
      return this;
    }

    Builder stream(long ssrc) {
      return streams(new SendStreamConfig(null, ssrc, ssrc + 1, true));
    }

    Builder streams(SendStreamConfig... streams) {
      this.streams = List.of(streams);
      return this;
    }

    Builder rids(String... rids) {
      this.rids = List.of(rids);
      return this;
    }

    Builder sources(Long... sources) {
      this.sources = List.of(sources);
      return this;
    }

    Builder retransmissions(Map<Long, Long> retransmissions) {
      this.retransmissions = retransmissions;
      return this;
    }

    SectionConfig build() {
      return new SectionConfig(
          id,
          mid,
          video,
          sending,
          receiving,
          codecs,
          codecs,
          extensions,
          extensions,
          reducedSize,
          streams,
          rids,
          sources,
          retransmissions);
    }
  }
}
