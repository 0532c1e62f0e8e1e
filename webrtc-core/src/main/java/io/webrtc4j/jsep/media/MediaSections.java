package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.DirectionAttribute;
import io.webrtc4j.sdp.ExtmapAllowMixedAttribute;
import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.Line;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.RtcpMuxAttribute;
import io.webrtc4j.sdp.RtcpRsizeAttribute;
import io.webrtc4j.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
   * extmap}, {@code extmap-allow-mixed} and the direction (RFC 9429 §5.3.1).
   */
  public static MediaDescription inherit(SessionDescription session, MediaDescription section) {
    Set<Integer> own =
        section.attributes(ExtmapAttribute.class).stream()
            .map(ExtmapAttribute::id)
            .collect(Collectors.toSet());
    List<Line> lines = new ArrayList<>();
    for (ExtmapAttribute extmap : session.attributes(ExtmapAttribute.class)) {
      if (!own.contains(extmap.id())) {
        lines.add(extmap);
      }
    }
    if (session.has(ExtmapAllowMixedAttribute.class)
        && !section.has(ExtmapAllowMixedAttribute.class)) {
      lines.add(new ExtmapAllowMixedAttribute());
    }
    if (!section.has(DirectionAttribute.class)) {
      session.attribute(DirectionAttribute.class).ifPresent(lines::add);
    }
    return section.with(lines.toArray(Line[]::new));
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
   * @return without formats if there is no codec, or no payload type left for any, so that nothing
   *     can be offered
   */
  public static BuiltMedia offer(
      OfferedMedia media,
      MediaNumbers numbers,
      @Nullable MediaDescription previousLocal,
      @Nullable MediaDescription previousAnswer) {
    MediaNumbers known = previousLocal == null ? numbers : numbers.learn(previousLocal);
    FormatOffer.Result formats =
        FormatOffer.of(media, known, Formats.of(previousLocal), Formats.of(previousAnswer));
    boolean reducedSize = previousAnswer == null || previousAnswer.has(RtcpRsizeAttribute.class);
    return build(
        media,
        formats.formats(),
        Extensions.offer(media.extensions(), formats.numbers(), previousLocal),
        rtcp(true, reducedSize),
        Simulcast.offer(media));
  }

  /**
   * The media part of an answer (RFC 9429 §5.3.1): what both have, under the offer's numbers, in
   * the offer's order unless we have one of our own. Nothing is answered that was not offered.
   *
   * @return empty if there is no codec in common, so that the section is to be rejected
   */
  public static Optional<BuiltMedia> answer(
      OfferedMedia media, MediaDescription offer, MediaNumbers numbers) {
    OfferedMedia restricted =
        media.withDirection(direction(offer).reversed().intersection(media.direction()));
    List<Format> formats = FormatAnswer.of(media, Formats.of(offer));
    if (formats.isEmpty()) {
      return Optional.empty();
    }
    Extensions.Result extensions =
        Extensions.answer(media.extensions(), offer, numbers.learn(offer));
    return Optional.of(
        build(
            restricted,
            formats,
            extensions,
            rtcp(offer.has(RtcpMuxAttribute.class), offer.has(RtcpRsizeAttribute.class)),
            Simulcast.answer(restricted, offer, formats)));
  }

  /**
   * What both sections agree on.
   *
   * @param offeredHere whether {@code local} is the offer, and {@code remote} its answer
   */
  public static MediaParameters negotiated(
      MediaDescription local, MediaDescription remote, boolean offeredHere) {
    MediaDescription answer = offeredHere ? remote : local;
    FormatAgreement formats = new FormatAgreement(Formats.of(local), Formats.of(remote));
    return new MediaParameters(
        formats.send(),
        formats.receive(),
        Extensions.negotiated(local, remote, answer),
        Extensions.negotiated(remote, local, answer),
        Extensions.isMixed(local, remote),
        local.has(RtcpRsizeAttribute.class) && remote.has(RtcpRsizeAttribute.class),
        Simulcast.toSend(local, remote),
        Simulcast.toReceive(local, remote),
        SendLimits.of(remote),
        RemoteSources.of(remote));
  }

  /** What a peer's section says of streams and sources; also of an offer not yet answered. */
  public static RemoteSources remoteSources(MediaDescription remote) {
    return RemoteSources.of(remote);
  }

  /**
   * The versions that a peer's section asks us to send, in its order, of alternatives the first, of
   * repeated ones the first, {@link MediaLimits#MAX_ENCODINGS} at most (WebRTC §4.4.1.5). None if
   * it does not ask for simulcast.
   */
  public static List<Encoding> simulcastToSend(MediaDescription remote) {
    return Rids.encodings(remote, false).stream().limit(MediaLimits.MAX_ENCODINGS).toList();
  }

  /**
   * Refuses a peer's section that contradicts itself.
   *
   * @throws NegotiationException {@code INVALID_ACCESS} for a contradiction, {@code OPERATION} for
   *     more than {@link MediaLimits} allows
   */
  public static void check(MediaDescription remote) throws NegotiationException {
    SectionCheck.check(remote);
  }

  /**
   * Refuses sections of one bundle that contradict one another: an extension number with two
   * meanings (RFC 9143 §15).
   *
   * @param remote the peer's sections of the bundle, those with data or port 0 left out
   */
  public static void checkBundle(List<MediaDescription> remote) throws NegotiationException {
    SectionCheck.bundle(remote);
  }

  private static Direction direction(MediaDescription section) {
    return section
        .attribute(DirectionAttribute.class)
        .map(DirectionAttribute::direction)
        .orElse(Direction.SENDRECV);
  }

  private static List<Attribute> rtcp(boolean mux, boolean reducedSize) {
    List<Attribute> lines = new ArrayList<>();
    if (mux) {
      lines.add(new RtcpMuxAttribute());
    }
    if (reducedSize) {
      lines.add(new RtcpRsizeAttribute());
    }
    return lines;
  }

  private static BuiltMedia build(
      OfferedMedia media,
      List<Format> formats,
      Extensions.Result extensions,
      List<Attribute> rtcp,
      List<Attribute> simulcast) {
    SentMedia sent = media.sent();
    List<Attribute> lines = new ArrayList<>(extensions.lines());
    if (sent != null) {
      lines.addAll(SentLines.msids(sent));
    }
    lines.addAll(rtcp);
    lines.addAll(FormatLines.of(formats));
    lines.addAll(simulcast);
    if (sent != null && media.direction().sends()) {
      boolean retransmitted = formats.stream().anyMatch(format -> format.codec().isRtx());
      lines.addAll(SentLines.sources(sent, Simulcast.isSent(simulcast), retransmitted));
    }
    return new BuiltMedia(FormatLines.numbers(formats), lines, extensions.numbers());
  }
}
