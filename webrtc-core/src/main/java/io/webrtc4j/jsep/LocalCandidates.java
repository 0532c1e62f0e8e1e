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

/**
 * The candidates gathered so far, by the username fragment of their generation, as our descriptions
 * list them.
 */
record LocalCandidates(Map<String, Gathered> byUfrag) {
  static final LocalCandidates NONE = new LocalCandidates(Map.of());

  /** Those of one generation of one transport. */
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
    byUfrag = Map.copyOf(byUfrag);
  }

  LocalCandidates plus(String ufrag, CandidateAttribute candidate) {
    Gathered old = byUfrag.getOrDefault(ufrag, Gathered.NOTHING);
    List<CandidateAttribute> candidates = new ArrayList<>(old.candidates());
    candidates.add(candidate);
    return with(ufrag, new Gathered(candidates, old.ended()));
  }

  LocalCandidates ended(String ufrag) {
    Gathered old = byUfrag.getOrDefault(ufrag, Gathered.NOTHING);
    return with(ufrag, new Gathered(old.candidates(), true));
  }

  /** Without the generations that no transport has any more. */
  LocalCandidates only(Transports transports) {
    Map<String, Gathered> kept = new HashMap<>(byUfrag);
    kept.keySet().retainAll(transports.all().stream().map(each -> each.local().ufrag()).toList());
    return new LocalCandidates(kept);
  }

  @Nullable Description addTo(@Nullable Description local) {
    return local == null ? null : local.with(addTo(local.session()));
  }

  /** The description with the candidates in the first section of each generation. */
  SessionDescription addTo(SessionDescription local) {
    List<MediaDescription> media = new ArrayList<>(local.media());
    Set<String> done = new HashSet<>();
    for (List<Integer> group : Sections.of(local).bundles().groups()) {
      group.forEach(index -> add(media, index, done));
    }
    for (int i = 0; i < media.size(); i++) {
      add(media, i, done);
    }
    return local.withMedia(media);
  }

  private void add(List<MediaDescription> media, int index, Set<String> done) {
    MediaDescription section = media.get(index);
    Optional<String> ufrag =
        section.attribute(IceUfragAttribute.class).map(IceUfragAttribute::ufrag);
    if (ufrag.isPresent() && !Sections.isRejected(section) && done.add(ufrag.get())) {
      Gathered gathered = byUfrag.get(ufrag.get());
      if (gathered != null) {
        media.set(index, gathered.addTo(section));
      }
    }
  }

  private LocalCandidates with(String ufrag, Gathered gathered) {
    Map<String, Gathered> copy = new HashMap<>(byUfrag);
    copy.put(ufrag, gathered);
    return new LocalCandidates(copy);
  }
}
