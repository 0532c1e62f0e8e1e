package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts a trickled candidate into the descriptions of its generation, and into what was agreed with
 * them (W3C WebRTC §4.4.2, addIceCandidate).
 */
final class RemoteCandidates {
  private final Draft draft;
  private final RemoteCandidate candidate;
  private final TreeSet<Integer> told = new TreeSet<>();
  private boolean added;

  private RemoteCandidates(Draft draft, RemoteCandidate candidate) {
    this.draft = draft;
    this.candidate = candidate;
  }

  /** Adds the candidate, and returns the transports that are to be told. */
  static List<Integer> add(Draft draft, RemoteCandidate candidate) throws NegotiationException {
    return new RemoteCandidates(draft, candidate).add();
  }

  private List<Integer> add() throws NegotiationException {
    if (candidate.candidate() != null && candidate.mid() == null && candidate.index() == null) {
      throw new NegotiationException(
          Kind.TYPE, "a candidate needs the mid or the index of its media section");
    }
    Description remote = draft.descriptions.remote();
    if (remote == null) {
      throw new NegotiationException(
          Kind.INVALID_STATE, "set the remote description before adding its candidates");
    }
    List<Integer> indices = indices(remote.session());
    if (indices.stream().allMatch(this::isStopped)) {
      return List.of();
    }
    Descriptions all = draft.descriptions;
    draft.descriptions =
        new Descriptions(
            all.currentLocal(),
            all.pendingLocal(),
            extended(all.currentRemote(), indices, remote),
            extended(all.pendingRemote(), indices, remote));
    if (!added) {
      throw operation(
          "the candidate is of the ICE generation " + candidate.ufrag() + ", no description is");
    }
    return List.copyOf(told);
  }

  /** Which sections the candidate is for; all for the end of candidates that names none. */
  private List<Integer> indices(SessionDescription remote) throws NegotiationException {
    List<MediaDescription> media = remote.media();
    List<Integer> indices = new ArrayList<>();
    if (candidate.mid() != null) {
      for (int i = 0; i < media.size(); i++) {
        if (draft.transports.places().get(i).mid().equals(candidate.mid())) {
          indices.add(i);
        }
      }
      if (indices.isEmpty()) {
        throw operation("no media section has the mid " + candidate.mid());
      }
    } else if (candidate.index() != null) {
      if (candidate.index() < 0 || candidate.index() >= media.size()) {
        throw operation("there are " + media.size() + " sections, none " + candidate.index());
      }
      indices.add(candidate.index());
    } else {
      for (int i = 0; i < media.size(); i++) {
        indices.add(i);
      }
    }
    return indices;
  }

  private boolean isStopped(int index) {
    return draft.transceivers.at(index).filter(Transceiver::stopped).isPresent();
  }

  private @Nullable Description extended(
      @Nullable Description description, List<Integer> indices, Description newest)
      throws NegotiationException {
    Description extended = description;
    for (int index : indices) {
      if (extended != null
          && index < extended.session().media().size()
          && isOfItsGeneration(extended, index, newest)) {
        added = true;
        boolean known = isKnown(extended, index);
        // Asked before: a section's first candidate may still be another's (see TransportLines).
        List<Transport> takers = known ? List.of() : takers(extended, index);
        extended = known ? extended : extended.with(with(extended.session(), index));
        tell(takers, extended);
      }
    }
    return extended;
  }

  private boolean isOfItsGeneration(Description description, int index, Description newest) {
    String ufrag = candidate.ufrag() != null ? candidate.ufrag() : ufrag(newest, index).orElse("");
    return ufrag(description, index).orElse("").equals(ufrag);
  }

  private static Optional<String> ufrag(Description description, int index) {
    return new TransportLines(Sections.of(description), index)
        .attribute(IceUfragAttribute.class)
        .map(IceUfragAttribute::ufrag);
  }

  private boolean isKnown(Description description, int index) {
    MediaDescription section = description.session().media().get(index);
    return candidate.candidate() == null
        ? section.has(EndOfCandidatesAttribute.class)
        : section.attributes(CandidateAttribute.class).contains(candidate.candidate());
  }

  private SessionDescription with(SessionDescription session, int index)
      throws NegotiationException {
    MediaDescription section = session.media().get(index);
    CandidateAttribute attribute = candidate.candidate();
    if (attribute != null
        && section.attributes(CandidateAttribute.class).size() >= RemoteRules.MAX_CANDIDATES) {
      throw operation(
          "the section has " + RemoteRules.MAX_CANDIDATES + " candidates, which is all it may");
    }
    List<MediaDescription> media = new ArrayList<>(session.media());
    media.set(index, section.with(attribute == null ? new EndOfCandidatesAttribute() : attribute));
    return session.withMedia(media);
  }

  /** The agreed transports of this generation whose candidates the section's are. */
  private List<Transport> takers(Description description, int index) {
    return draft.transports.all().stream()
        .filter(each -> each.agreed() != null)
        .filter(each -> takes(each, Sections.of(description), index))
        .toList();
  }

  private boolean takes(Transport transport, Sections sections, int index) {
    Transport.Agreed agreed = transport.agreed();
    if (agreed == null || agreed.tagged() >= sections.count()) {
      return false;
    }
    TransportLines lines = new TransportLines(sections, agreed.tagged());
    boolean same =
        lines
            .attribute(IceUfragAttribute.class)
            .map(IceUfragAttribute::ufrag)
            .equals(Optional.of(agreed.remote().credentials().ufrag()));
    return same
        && (candidate.candidate() == null
            ? lines.takesEndOfCandidates(index)
            : lines.takesCandidate(index));
  }

  private void tell(List<Transport> takers, Description extended) {
    for (Transport taker : takers) {
      told.add(taker.id());
      draft.transports =
          draft.transports.each(each -> each.id() == taker.id() ? fresh(each, extended) : each);
    }
  }

  private static Transport fresh(Transport transport, Description remote) {
    Transport.Agreed agreed = transport.agreed();
    return agreed == null
        ? transport
        : transport.withAgreed(
            agreed.withRemote(
                agreed
                    .remote()
                    .withCandidates(new TransportLines(Sections.of(remote), agreed.tagged()))));
  }

  private static NegotiationException operation(String message) {
    return new NegotiationException(Kind.OPERATION, message);
  }
}
