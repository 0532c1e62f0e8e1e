package io.webrtc4j.jsep;

import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.ConnectionData;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.Line;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The candidates gathered so far, as our descriptions list them. */
record LocalCandidates(Map<Generation, Gathered> all) {
  static final LocalCandidates NONE = new LocalCandidates(Map.of());

  /** What a transport gathers for one username fragment, which several transports may share. */
  record Generation(int transport, String ufrag) {}

  /** Those of one generation. */
  record Gathered(List<CandidateAttribute> candidates, boolean ended) {
    static final Gathered NOTHING = new Gathered(List.of(), false);

    Gathered {
      candidates = List.copyOf(candidates);
    }

    /**
     * {@code section} with all candidates in place of those it has, and with the address and port
     * of the first, which is the most preferred, as its default (RFC 8839 §4.2.1.2). A name is
     * never the default: many could not read it (draft-ietf-mmusic-mdns-ice-candidates §3.1.2.4).
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

  LocalCandidates {
    all = Map.copyOf(all);
  }

  LocalCandidates plus(Generation generation, CandidateAttribute candidate) {
    Gathered old = all.getOrDefault(generation, Gathered.NOTHING);
    List<CandidateAttribute> candidates = new ArrayList<>(old.candidates());
    candidates.add(candidate);
    return with(generation, new Gathered(candidates, old.ended()));
  }

  LocalCandidates ended(Generation generation) {
    Gathered old = all.getOrDefault(generation, Gathered.NOTHING);
    return with(generation, new Gathered(old.candidates(), true));
  }

  /** Without the generations that no transport has any more. */
  LocalCandidates only(Transports transports) {
    Map<Generation, Gathered> kept = new HashMap<>(all);
    kept.keySet()
        .retainAll(
            transports.all().stream()
                .map(each -> new Generation(each.id(), each.local().ufrag()))
                .toList());
    return new LocalCandidates(kept);
  }

  @Nullable Description addTo(@Nullable Description local, Transports transports) {
    return local == null ? null : local.with(addTo(local.session(), transports));
  }

  /** The description with the candidates in the first section of each generation. */
  SessionDescription addTo(SessionDescription local, Transports transports) {
    List<MediaDescription> media = new ArrayList<>(local.media());
    Set<Generation> done = new HashSet<>();
    for (List<Integer> group : Sections.of(local).bundles().groups()) {
      group.forEach(index -> add(media, index, transports, done));
    }
    for (int i = 0; i < media.size(); i++) {
      add(media, i, transports, done);
    }
    return local.withMedia(media);
  }

  private void add(
      List<MediaDescription> media, int index, Transports transports, Set<Generation> done) {
    MediaDescription section = media.get(index);
    Optional<Generation> generation = generation(section, index, transports);
    if (generation.isPresent() && !Sections.isRejected(section) && done.add(generation.get())) {
      Gathered gathered = all.get(generation.get());
      if (gathered != null) {
        media.set(index, gathered.addTo(section));
      }
    }
  }

  private static Optional<Generation> generation(
      MediaDescription section, int index, Transports transports) {
    Optional<String> mid = Sections.mid(section);
    // What answers a peer without tags has none either.
    Optional<Integer> transport =
        mid.isPresent() ? transports.idOf(mid.get()) : transports.idAt(index);
    return section
        .attribute(IceUfragAttribute.class)
        .flatMap(attribute -> transport.map(id -> new Generation(id, attribute.ufrag())));
  }

  private LocalCandidates with(Generation generation, Gathered gathered) {
    Map<Generation, Gathered> copy = new HashMap<>(all);
    copy.put(generation, gathered);
    return new LocalCandidates(copy);
  }
}
