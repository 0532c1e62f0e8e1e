package io.webrtc4j.session.jsep;

import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.ConnectionData;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.sdp.Line;
import io.webrtc4j.sdp.MediaDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The candidates gathered so far, as our descriptions list them. */
final class LocalCandidates {
  private final List<CandidateAttribute> candidates = new ArrayList<>();
  private boolean ended;

  void add(CandidateAttribute candidate) {
    candidates.add(candidate);
  }

  void end() {
    ended = true;
  }

  /**
   * {@code section} with all candidates in place of those it has, and with the address and port of
   * the first, which is the most preferred, as its default (RFC 8839 §4.2.1.2). A name is never the
   * default: many could not read it (draft-ietf-mmusic-mdns-ice-candidates §3.1.2.4).
   */
  MediaDescription addTo(MediaDescription section) {
    MediaDescription with =
        section.without(CandidateAttribute.class).without(EndOfCandidatesAttribute.class);
    Optional<CandidateAttribute> first =
        candidates.stream().filter(each -> MdnsName.parse(each.address()).isEmpty()).findFirst();
    if (first.isPresent()) {
      with = with.withPort(first.get().port());
      ConnectionData old = with.connection().orElseThrow();
      with = with.replacing(old, ConnectionData.of(first.get().address()));
    }
    with = with.with(candidates.toArray(Line[]::new));
    return ended ? with.with(new EndOfCandidatesAttribute()) : with;
  }
}
