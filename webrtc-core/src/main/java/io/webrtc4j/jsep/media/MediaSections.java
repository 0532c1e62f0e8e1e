package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SessionDescription;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The media part of offers and answers, one section at a time: pure functions.
 *
 * <p>Sections of a peer are to go through {@link #inherit} and {@link #check} first. The functions
 * never throw because of what a peer wrote, except {@code check} and {@code checkBundle}; what they
 * don't understand they leave out.
 */
public final class MediaSections {
  private MediaSections() {}

  /**
   * The section with those attributes of the session level that it may have from there: {@code
   * extmap} and {@code extmap-allow-mixed} (RFC 9429 §5.3.1).
   */
  public static MediaDescription inherit(SessionDescription session, MediaDescription section) {
    return section;
  }

  /**
   * The media part of an offer (RFC 9429 §5.2.1, §5.2.2).
   *
   * @param media what we would like
   * @param numbers what is known of numbers; they are kept for what has some
   * @param previousLocal the last local description of the section, offered or answered; null for a
   *     new one
   * @param previousAnswer the last answer for the section, whichever side's, whose order of codecs
   *     stays; null if there was none
   * @throws IllegalArgumentException if no codec is given
   */
  public static BuiltMedia offer(
      OfferedMedia media,
      MediaNumbers numbers,
      @Nullable MediaDescription previousLocal,
      @Nullable MediaDescription previousAnswer) {
    return new BuiltMedia(List.of("0"), List.of(), numbers);
  }

  /**
   * The media part of an answer (RFC 9429 §5.3.1): what both have, under the offer's numbers, in
   * the offer's order unless we have one of our own. Nothing is answered that was not offered.
   *
   * @return empty if there is no codec in common, so that the section is to be rejected
   */
  public static Optional<BuiltMedia> answer(
      OfferedMedia media, MediaDescription offer, MediaNumbers numbers) {
    return Optional.empty();
  }

  /**
   * What both sections agree on.
   *
   * @param offeredHere whether {@code local} is the offer, and {@code remote} its answer
   */
  public static MediaParameters negotiated(
      MediaDescription local, MediaDescription remote, boolean offeredHere) {
    return new MediaParameters(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        false,
        List.of(Encoding.UNNAMED),
        List.of(),
        new SendLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty()),
        remoteSources(remote));
  }

  /** What a peer's section says of streams and sources; also of an offer not yet answered. */
  public static RemoteSources remoteSources(MediaDescription remote) {
    return new RemoteSources(false, List.of(), Optional.empty(), Map.of(), List.of());
  }

  /**
   * The versions that a peer's section asks us to send, in its order, of alternatives the first, of
   * repeated ones the first, {@link MediaLimits#MAX_ENCODINGS} at most (WebRTC §4.4.1.5). None if
   * it does not ask for simulcast.
   */
  public static List<Encoding> simulcastToSend(MediaDescription remote) {
    return List.of();
  }

  /**
   * Refuses a peer's section that contradicts itself.
   *
   * @throws NegotiationException {@code INVALID_ACCESS} for a contradiction, {@code OPERATION} for
   *     more than {@link MediaLimits} allows
   */
  public static void check(MediaDescription remote) throws NegotiationException {
    Objects.requireNonNull(remote);
  }

  /**
   * Refuses sections of one bundle that contradict one another: a payload type or an extension
   * number with two meanings (RFC 9143 §9.1, §15).
   *
   * @param remote the peer's sections of the bundle, those with data or port 0 left out
   */
  public static void checkBundle(List<MediaDescription> remote) throws NegotiationException {
    Objects.requireNonNull(remote);
  }
}
