package io.webrtc4j.rtp.send;

import io.webrtc4j.rtp.payload.Packetizer;
import io.webrtc4j.rtp.payload.PayloadFormat;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The packetizers of one stream, one for each codec that it has used. */
final class Packetizers {
  private final Map<RtpCodec, Packetizer> made = new HashMap<>();

  /** The packetizer of a codec, or null if frames of it can't be cut. */
  @Nullable Packetizer of(RtpCodec codec, boolean video) {
    Packetizer packetizer = made.get(codec);
    if (packetizer == null) {
      packetizer = make(codec, video);
      if (packetizer != null) {
        made.put(codec, packetizer);
      }
    }
    return packetizer;
  }

  private static @Nullable Packetizer make(RtpCodec codec, boolean video) {
    Optional<PayloadFormat> format = PayloadFormat.of(codec.name(), codec.parameters());
    if (format.isEmpty()) {
      return video ? null : PayloadFormat.FRAME_PER_PACKET.packetizer();
    }
    return format.get().isAudio() == video ? null : format.get().packetizer();
  }

  /** Forgets those of codecs that are no longer agreed on. */
  void retain(Collection<RtpCodec> codecs) {
    made.keySet().retainAll(new HashSet<>(codecs));
  }
}
