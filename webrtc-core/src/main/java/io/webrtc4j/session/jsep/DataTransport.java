package io.webrtc4j.session.jsep;

import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.sdp.GroupAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The transport of the data section of a peer's description. With max-bundle a browser gathers for
 * the first section of the bundle alone: data's candidates, and by RFC 9143 §7.1 its credentials
 * and fingerprint too, are then to be found there, also if we reject that section's media.
 */
final class DataTransport {
  private final SessionDescription session;
  private final DataSection data;
  private final List<MediaDescription> bundled;

  private DataTransport(SessionDescription session, DataSection data) {
    this.session = session;
    this.data = data;
    this.bundled = bundled(session, data);
  }

  static Optional<DataTransport> of(SessionDescription session) {
    return DataSection.of(session).map(data -> new DataTransport(session, data));
  }

  DataSection data() {
    return data;
  }

  /** The data section's attribute, or else that of those bundled with it, or else the session's. */
  <A extends Attribute> Optional<A> attribute(Class<A> type) {
    return attributes(type).stream().findFirst();
  }

  /** The attributes of the first level that has any. */
  <A extends Attribute> List<A> attributes(Class<A> type) {
    List<A> found = data.media().attributes(type);
    for (int i = 0; found.isEmpty() && i < bundled.size(); i++) {
      found = bundled.get(i).attributes(type);
    }
    return found.isEmpty() ? session.attributes(type) : found;
  }

  /** The candidates at which the peer's end can be reached. */
  List<CandidateAttribute> candidates() {
    List<CandidateAttribute> own = data.media().attributes(CandidateAttribute.class);
    if (!own.isEmpty()) {
      return own;
    }
    return bundled.stream()
        .filter(this::isOneGeneration)
        .flatMap(section -> section.attributes(CandidateAttribute.class).stream())
        .toList();
  }

  /** Whether no candidates will follow. */
  boolean isEnded() {
    return data.media().has(EndOfCandidatesAttribute.class)
        || session.has(EndOfCandidatesAttribute.class)
        || (isBundleOnly()
            && bundled.stream().anyMatch(each -> each.has(EndOfCandidatesAttribute.class)));
  }

  /** Whether a candidate that is trickled for the section at {@code index} is one of data's. */
  boolean takesCandidate(int index) {
    return index == data.index() || (isWithoutOwnCandidates() && isBundled(index));
  }

  /** Whether the end of the candidates of the section at {@code index} is the end of data's. */
  boolean takesEndOfCandidates(int index) {
    return index == data.index() || (isBundleOnly() && isBundled(index));
  }

  private boolean isBundled(int index) {
    MediaDescription section = session.media().get(index);
    return bundled.contains(section) && isOneGeneration(section);
  }

  private boolean isWithoutOwnCandidates() {
    return !data.media().has(CandidateAttribute.class);
  }

  private boolean isBundleOnly() {
    return data.media().port() == 0;
  }

  private boolean isOneGeneration(MediaDescription section) {
    Optional<IceUfragAttribute> ufrag = section.attribute(IceUfragAttribute.class);
    return ufrag.isEmpty() || ufrag.equals(attribute(IceUfragAttribute.class));
  }

  /** The other sections of the data section's bundle that are not rejected, in its order. */
  private static List<MediaDescription> bundled(SessionDescription session, DataSection data) {
    List<MediaDescription> bundled = new ArrayList<>();
    for (GroupAttribute group : session.attributes(GroupAttribute.class)) {
      if (group.isBundle() && data.mid().filter(group.mids()::contains).isPresent()) {
        for (String mid : group.mids()) {
          section(session, mid).filter(each -> !each.equals(data.media())).ifPresent(bundled::add);
        }
      }
    }
    return bundled;
  }

  private static Optional<MediaDescription> section(SessionDescription session, String mid) {
    return session.media().stream()
        .filter(
            each -> each.attribute(MidAttribute.class).equals(Optional.of(new MidAttribute(mid))))
        .filter(each -> !DataSection.isRejected(each))
        .findFirst();
  }
}
