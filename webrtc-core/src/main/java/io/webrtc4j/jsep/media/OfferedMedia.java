package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we would like of a media section, for an offer or for an answer.
 *
 * @param kind audio or video
 * @param direction the transceiver's own, not yet restricted by an offer
 * @param codecs in order of preference, those that {@code setCodecPreferences} excludes left out
 * @param codecsPreferred whether the order comes from {@code setCodecPreferences}, and so goes
 *     before the peer's and the previous one (RFC 9429 §5.2.2, §5.3.1)
 * @param extensions in order of preference
 * @param sent what we send, or would; null if nothing. Its streams are named also where the
 *     direction is not to send, since {@code a=msid} lines stay (RFC 9429 §5.2.2) and follow the
 *     transceiver's own direction in answers (§5.3.1); its sources are not
 * @param receiveRids the versions that we ask for in an offer ({@code a=simulcast:recv}), as a
 *     server that forwards does; none as a rule
 * @param maxReceiveEncodings how many versions of an offered simulcast we take in an answer; up to
 *     1, as browsers have it, for no simulcast
 */
public record OfferedMedia(
    MediaKind kind,
    Direction direction,
    List<Codec> codecs,
    boolean codecsPreferred,
    List<HeaderExtension> extensions,
    @Nullable SentMedia sent,
    List<String> receiveRids,
    int maxReceiveEncodings) {
  /** Media by its fields; codecs and extensions of the other kind are left out. */
  public OfferedMedia {
    codecs = codecs.stream().filter(codec -> codec.kind() == kind).toList();
    extensions = extensions.stream().filter(extension -> extension.kind() == kind).toList();
    receiveRids = List.copyOf(receiveRids);
  }

  /** Media with the capabilities' own order, and no simulcast to be received. */
  public static OfferedMedia of(
      MediaKind kind,
      Direction direction,
      MediaCapabilities capabilities,
      @Nullable SentMedia sent) {
    return new OfferedMedia(
        kind,
        direction,
        capabilities.codecs(),
        false,
        capabilities.extensions(),
        sent,
        List.of(),
        1);
  }

  /** The same with codecs that were chosen by {@code setCodecPreferences}. */
  public OfferedMedia withPreferredCodecs(List<Codec> codecs) {
    return new OfferedMedia(
        kind, direction, codecs, true, extensions, sent, receiveRids, maxReceiveEncodings);
  }

  OfferedMedia withDirection(Direction direction) {
    return new OfferedMedia(
        kind,
        direction,
        codecs,
        codecsPreferred,
        extensions,
        sent,
        receiveRids,
        maxReceiveEncodings);
  }
}
