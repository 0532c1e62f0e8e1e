package io.webrtc4j.sdp;

import java.util.Optional;

/** Counts what a section may not have without end. It is told the lines one by one. */
final class SectionLimits {
  private int attributes;
  private int candidates;
  private int mappings;

  /** Takes the next line; says which limit it is beyond. */
  Optional<String> objectionTo(Line line) {
    if (!(line instanceof Attribute)) {
      return Optional.empty();
    }
    attributes++;
    if (attributes > SessionDescription.MAX_ATTRIBUTES) {
      return tooMany(SessionDescription.MAX_ATTRIBUTES, "attributes");
    }
    if (line instanceof CandidateAttribute) {
      candidates++;
      if (candidates > SessionDescription.MAX_CANDIDATES) {
        return tooMany(SessionDescription.MAX_CANDIDATES, "candidates");
      }
    } else if (line instanceof RtpmapAttribute) {
      mappings++;
      if (mappings > SessionDescription.MAX_FORMATS) {
        return tooMany(SessionDescription.MAX_FORMATS, "rtpmap attributes");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> tooMany(int limit, String what) {
    return Optional.of("a section has at most " + limit + " " + what);
  }
}
