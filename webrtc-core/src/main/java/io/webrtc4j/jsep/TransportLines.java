package io.webrtc4j.jsep;

import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.MediaDescription;
import java.util.List;
import java.util.Optional;

/**
 * What a peer's description says of one transport: the lines of the tagged section, or else those
 * of the sections bundled with it, or else the session's. A browser with max-bundle gathers for the
 * first section of its offer's bundle alone: candidates, and by RFC 9143 §7.1.3 credentials and
 * fingerprint too, are to be found there, also if we reject that section's media.
 */
final class TransportLines {
  private final Sections sections;
  private final int tagged;
  private final List<MediaDescription> bundled;

  /**
   * Lines.
   *
   * @param tagged the section that stands for the transport
   */
  TransportLines(Sections sections, int tagged) {
    this.sections = sections;
    this.tagged = tagged;
    this.bundled =
        sections.bundles().groupOf(tagged).orElse(List.of()).stream()
            .filter(index -> index != tagged && !Sections.isRejected(sections.get(index)))
            .map(sections::get)
            .toList();
  }

  int tagged() {
    return tagged;
  }

  Sections sections() {
    return sections;
  }

  <A extends Attribute> Optional<A> attribute(Class<A> type) {
    return attributes(type).stream().findFirst();
  }

  /** The attributes of the first section, or else the session, that has any. */
  <A extends Attribute> List<A> attributes(Class<A> type) {
    List<A> found = own().attributes(type);
    for (int i = 0; found.isEmpty() && i < bundled.size(); i++) {
      found = bundled.get(i).attributes(type);
    }
    return found.isEmpty() ? sections.session().attributes(type) : found;
  }

  /** The candidates at which the peer's end can be reached, no more than one section may have. */
  List<CandidateAttribute> candidates() {
    List<CandidateAttribute> candidates = own().attributes(CandidateAttribute.class);
    if (!candidates.isEmpty()) {
      return candidates;
    }
    return bundled.stream()
        .filter(this::isOneGeneration)
        .flatMap(section -> section.attributes(CandidateAttribute.class).stream())
        .limit(RemoteRules.MAX_CANDIDATES)
        .toList();
  }

  /** Whether no candidates will follow. */
  boolean isEnded() {
    return own().has(EndOfCandidatesAttribute.class)
        || sections.session().has(EndOfCandidatesAttribute.class)
        || (isBundleOnly()
            && bundled.stream().anyMatch(each -> each.has(EndOfCandidatesAttribute.class)));
  }

  /** Whether a candidate that is trickled for the section at {@code index} is this transport's. */
  boolean takesCandidate(int index) {
    return index == tagged
        || (!own().has(CandidateAttribute.class) && isBundledOfOneGeneration(index));
  }

  /** Whether the end of that section's candidates is the end of this transport's. */
  boolean takesEndOfCandidates(int index) {
    return index == tagged || (isBundleOnly() && isBundledOfOneGeneration(index));
  }

  private MediaDescription own() {
    return sections.get(tagged);
  }

  private boolean isBundleOnly() {
    return own().port() == 0;
  }

  private boolean isBundledOfOneGeneration(int index) {
    return sections.bundles().groupOf(tagged).orElse(List.of()).contains(index)
        && !Sections.isRejected(sections.get(index))
        && isOneGeneration(sections.get(index));
  }

  private boolean isOneGeneration(MediaDescription section) {
    Optional<IceUfragAttribute> ufrag = section.attribute(IceUfragAttribute.class);
    return ufrag.isEmpty() || ufrag.equals(attribute(IceUfragAttribute.class));
  }
}
