package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.jsep.media.MediaLimits;
import io.webrtc4j.jsep.media.OfferedMedia;
import io.webrtc4j.jsep.media.SentMedia;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MsidAttribute;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a transceiver would like its section to say. */
final class OurMedia {
  private static final long SSRC_LIMIT = 1L << 32;

  private OurMedia() {}

  /**
   * The transceiver's wishes.
   *
   * @param previous our last description of the section, or null. Streams that it named stay named
   *     (RFC 9429 §5.2.2)
   */
  static OfferedMedia of(
      Draft draft, Transceiver transceiver, @Nullable MediaDescription previous) {
    boolean names =
        transceiver.direction().sends() || (previous != null && previous.has(MsidAttribute.class));
    OfferedMedia media =
        new OfferedMedia(
            transceiver.kind(),
            transceiver.direction(),
            draft.config.capabilities().codecs(),
            false,
            transceiver.extensions(),
            names ? sent(transceiver, draft.cname) : null,
            List.of(),
            draft.config.receiveSimulcast() ? MediaLimits.MAX_ENCODINGS : 1);
    return transceiver.preferredCodecs().isEmpty()
        ? media
        : media.withPreferredCodecs(transceiver.preferredCodecs());
  }

  /** Gives the senders that need them numbers that no other of ours has. */
  static void giveSources(Draft draft, RandomGenerator random) {
    Set<Long> taken = new HashSet<>();
    for (Transceiver each : draft.transceivers.all()) {
      Sender.Sources sources = each.sender().sources();
      if (sources != null) {
        taken.add(sources.ssrc());
        taken.add(sources.rtxSsrc());
      }
    }
    draft.transceivers =
        draft.transceivers.each(
            each ->
                each.sender().sources() == null && each.direction().sends()
                    ? each.withSender(
                        each.sender()
                            .withSources(
                                new Sender.Sources(ssrc(taken, random), ssrc(taken, random))))
                    : each);
  }

  private static @Nullable SentMedia sent(Transceiver transceiver, String cname) {
    Sender sender = transceiver.sender();
    Sender.Sources sources = sender.sources();
    if (sources == null) {
      return null;
    }
    return new SentMedia(
        sender.streamIds(),
        sender.trackId(),
        cname,
        sources.ssrc(),
        transceiver.kind() == MediaKind.VIDEO
            ? OptionalLong.of(sources.rtxSsrc())
            : OptionalLong.empty(),
        sender.encodings());
  }

  private static long ssrc(Set<Long> taken, RandomGenerator random) {
    long ssrc = random.nextLong(1, SSRC_LIMIT);
    while (!taken.add(ssrc)) {
      ssrc = random.nextLong(1, SSRC_LIMIT);
    }
    return ssrc;
  }
}
