package io.webrtc4j.rtp.transport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The peer's sources, by SSRC. Those that its description tells of stay while it does; of others,
 * each section has a few, and forgets the one that was silent longest for a new one.
 */
final class SourceTable {
  /** Three versions of simulcast with their retransmissions, twice, and some that went wrong. */
  static final int MAX_UNSIGNALLED = 16;

  // Least recently heard first.
  private final Map<Long, Source> sources = new LinkedHashMap<>(16, 0.75f, true);
  private final Consumer<Source> ended;
  private int sectionCount;

  SourceTable(Consumer<Source> ended) {
    this.ended = ended;
  }

  /** The source, which counts as heard; null if it is not known. */
  @Nullable Source get(long ssrc) {
    return sources.get(ssrc);
  }

  /** Adds a source that nothing told of. */
  Source add(long ssrc, Section section) {
    forgetOneOf(section);
    Source source = new Source(ssrc, section);
    sources.put(ssrc, source);
    return source;
  }

  /** Names may move sources from section to section, so that all together are limited as well. */
  private void forgetOneOf(Section section) {
    forgetOldest(source -> source.section() == section, MAX_UNSIGNALLED);
    forgetOldest(source -> true, MAX_UNSIGNALLED * Math.max(1, sectionCount));
  }

  private void forgetOldest(Predicate<Source> among, int max) {
    int count = 0;
    Source oldest = null;
    for (Source source : sources.values()) {
      if (!source.isSignalled() && among.test(source)) {
        oldest = oldest == null ? source : oldest;
        count++;
      }
    }
    if (count >= max && oldest != null) {
      forget(oldest);
    }
  }

  private void forget(Source source) {
    sources.remove(source.ssrc());
    sources.values().stream()
        .filter(other -> other.original() == source)
        .forEach(other -> other.original(null));
    ended.accept(source);
  }

  /** Adds what the sections' descriptions tell of, and forgets what they did and do no longer. */
  void configure(Collection<Section> sections) {
    sectionCount = sections.size();
    Map<Long, Section> told = new LinkedHashMap<>();
    for (Section section : sections) {
      section.config().remoteSources().forEach(ssrc -> told.putIfAbsent(ssrc, section));
      section
          .config()
          .remoteRetransmissions()
          .keySet()
          .forEach(ssrc -> told.putIfAbsent(ssrc, section));
    }
    Set<Section> present = new HashSet<>(sections);
    for (Source source : all()) {
      Section section = told.get(source.ssrc());
      if (!present.contains(source.section()) || (source.isSignalled() && section == null)) {
        forget(source);
      }
    }
    told.forEach(this::addSignalled);
  }

  private void addSignalled(long ssrc, Section section) {
    Source known = sources.get(ssrc);
    if (known == null) {
      known = new Source(ssrc, section);
      sources.put(ssrc, known);
    }
    known.signalledIn(section);
  }

  /** All of them, while nothing else is done. */
  Collection<Source> view() {
    return sources.values();
  }

  /** All of them; a copy. */
  List<Source> all() {
    return new ArrayList<>(sources.values());
  }

  /** The source of media of a version, the last heard if there are several. */
  @Nullable Source ofVersion(Section section, String rid) {
    Source found = null;
    for (Source source : sources.values()) {
      if (source.section() == section && rid.equals(source.rid()) && source.original() == null) {
        found = source;
      }
    }
    return found;
  }

  /** The one source of these payloads that has no retransmissions yet, or null. */
  @Nullable Source onlyCandidate(Source retransmitting, int payloadType) {
    Source found = null;
    for (Source source : sources.values()) {
      if (source != retransmitting
          && source.section() == retransmitting.section()
          && source.payloadType() == payloadType
          && retransmissionsOf(source) == null) {
        if (found != null) {
          return null;
        }
        found = source;
      }
    }
    return found;
  }

  /** The source that retransmits {@code source}, or null. */
  @Nullable Source retransmissionsOf(Source source) {
    for (Source other : sources.values()) {
      if (other.original() == source) {
        return other;
      }
    }
    return null;
  }
}
