package io.webrtc4j.session;

import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.sdp.CandidateAttribute;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The peer's candidates whose address hides behind a name, and what is known of the names
 * (draft-ietf-mmusic-mdns-ice-candidates §3.2).
 */
final class HiddenCandidates {
  /** Browsers have one name for each address of theirs. */
  static final int MAX_NAMES = 16;

  /** Candidates that share a name: one port each, in one section or several. */
  static final int MAX_CANDIDATES_PER_NAME = 16;

  private final Map<MdnsName, Hidden> names = new LinkedHashMap<>();
  private int beyondLimits;

  /** A name: its candidates while it is asked for, then what came of that. */
  private static final class Hidden {
    final List<CandidateAttribute> waiting = new ArrayList<>();
    @Nullable InetAddress address;
    @Nullable String failure;

    boolean isPending() {
      return address == null && failure == null;
    }
  }

  /** Whether {@code name} is to be asked for: it is new and not one too many. */
  boolean isNew(MdnsName name) {
    if (names.containsKey(name)) {
      return false;
    }
    if (names.size() >= MAX_NAMES) {
      beyondLimits++;
      return false;
    }
    names.put(name, new Hidden());
    return true;
  }

  /**
   * What {@code name} stands for; otherwise null, and {@code candidate} waits if that may change.
   */
  @Nullable InetAddress addressOrWait(MdnsName name, CandidateAttribute candidate) {
    Hidden hidden = names.get(name);
    if (hidden == null) {
      return null;
    }
    if (hidden.isPending() && !hidden.waiting.contains(candidate)) {
      if (hidden.waiting.size() < MAX_CANDIDATES_PER_NAME) {
        hidden.waiting.add(candidate);
      } else {
        beyondLimits++;
      }
    }
    return hidden.address;
  }

  /** Notes what {@code name} stands for and gives the candidates that waited for it. */
  List<CandidateAttribute> resolved(MdnsName name, InetAddress address) {
    Hidden hidden = names.get(name);
    if (hidden == null || !hidden.isPending()) {
      return List.of();
    }
    hidden.address = address;
    List<CandidateAttribute> ready = List.copyOf(hidden.waiting);
    hidden.waiting.clear();
    return ready;
  }

  /** Notes that {@code name} stands for nothing; its candidates are dropped. */
  void notResolved(MdnsName name, String reason) {
    Hidden hidden = names.get(name);
    if (hidden != null && hidden.isPending()) {
      hidden.failure = reason;
      hidden.waiting.clear();
    }
  }

  /** Whether a name is still being asked for. */
  boolean isPending() {
    return names.values().stream().anyMatch(Hidden::isPending);
  }

  /**
   * The names that stand for nothing that we know, for a failure's reason; empty if there are none.
   */
  String unresolved() {
    StringBuilder text = new StringBuilder();
    names.forEach(
        (name, hidden) -> {
          if (hidden.address == null) {
            text.append(text.isEmpty() ? "; of the peer's names stayed unknown " : ", ");
            text.append(name).append(" (").append(describe(hidden)).append(')');
          }
        });
    if (beyondLimits > 0) {
      text.append("; ").append(tooMany());
    }
    return text.toString();
  }

  /** A line for each name. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    names.forEach((name, hidden) -> lines.add(name + ": " + describe(hidden)));
    if (beyondLimits > 0) {
      lines.add(tooMany());
    }
    return lines;
  }

  private String tooMany() {
    return beyondLimits + " candidates were dropped for having one name too many";
  }

  private static String describe(Hidden hidden) {
    if (hidden.failure != null) {
      return hidden.failure;
    }
    return hidden.address == null ? "not answered yet" : "resolved";
  }
}
