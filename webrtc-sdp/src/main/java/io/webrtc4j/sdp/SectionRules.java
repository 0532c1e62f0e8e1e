package io.webrtc4j.sdp;

import java.util.Optional;

/**
 * Which lines a section may have, and how often (RFC 8866 §9). It is told the lines one by one.
 *
 * <p>Of the order that the RFC prescribes it insists on {@code v=}, {@code o=}, {@code s=} first
 * and {@code r=} below a {@code t=}. For the rest any order is fine: nothing is ambiguous then, and
 * peers differ.
 */
final class SectionRules {
  private static final String FIRST_SESSION_TYPES = "vos";

  private final String allowed;
  private final String atMostOnce;
  private final String first;
  private String seen = "";

  private SectionRules(String allowed, String atMostOnce, String first) {
    this.allowed = allowed;
    this.atMostOnce = atMostOnce;
    this.first = first;
  }

  static SectionRules ofSession() {
    return new SectionRules("vosiuepcbtrzka", "vosiuck", FIRST_SESSION_TYPES);
  }

  static SectionRules ofMedia() {
    return new SectionRules("icbka", "ik", "");
  }

  /** Takes the next line's type; says what is wrong with a line of that type here. */
  Optional<String> objectionTo(char type) {
    if (!UnknownLine.isKnown(type)) {
      return seen.isEmpty() && !first.isEmpty() ? missingFirst() : Optional.empty();
    }
    if (seen.length() < first.length() && type != first.charAt(seen.length())) {
      return missingFirst();
    }
    if (allowed.indexOf(type) < 0) {
      return Optional.of("a line of type " + type + "= has no place in " + place());
    }
    boolean again = seen.indexOf(type) >= 0;
    if (again && atMostOnce.indexOf(type) >= 0) {
      return Optional.of("a second line of type " + type + "= in " + place());
    }
    if ((type == 'r' || type == 'z') && seen.indexOf('t') < 0) {
      return Optional.of("a line of type " + type + "= needs a t= line above it");
    }
    if (!again) {
      seen += type;
    }
    return Optional.empty();
  }

  /** Says what is missing if the section ends here. */
  Optional<String> objectionToEnd() {
    if (seen.length() < first.length()) {
      return missingFirst();
    }
    return first.isEmpty() || seen.indexOf('t') >= 0
        ? Optional.empty()
        : Optional.of("the session has no t= line");
  }

  private Optional<String> missingFirst() {
    return Optional.of("the " + first.charAt(seen.length()) + "= line is expected here");
  }

  private String place() {
    return first.isEmpty() ? "a media description" : "the session's section";
  }
}
