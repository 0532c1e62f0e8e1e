package io.webrtc4j.session.jsep;

import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.ConnectionData;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.sdp.Line;
import io.webrtc4j.sdp.MediaDescription;
import java.util.ArrayList;
import java.util.List;

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
   * the first, which is the most preferred, as its default (RFC 8839 §4.2.1.2).
   */
  MediaDescription addTo(MediaDescription section) {
    MediaDescription with =
        section.without(CandidateAttribute.class).without(EndOfCandidatesAttribute.class);
    if (!candidates.isEmpty()) {
      CandidateAttribute first = candidates.get(0);
      with = with.withPort(first.port());
      ConnectionData old = with.connection().orElseThrow();
      with = with.replacing(old, ConnectionData.of(first.address()));
    }
    with = with.with(candidates.toArray(Line[]::new));
    return ended ? with.with(new EndOfCandidatesAttribute()) : with;
  }
}
