package io.webrtc4j.session.jsep;

import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.EndOfCandidatesAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.session.jsep.NegotiationException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts trickled candidates into the description they belong to (W3C WebRTC §4.4.1.6). */
final class RemoteCandidates {
  /** A peer that trickles more than this is not establishing a connection. */
  private static final int MAX_PER_SECTION = 256;

  private RemoteCandidates() {}

  /** Which section {@code candidate} is for; empty for all, which only the end of candidates is. */
  static Optional<Integer> section(SessionDescription remote, RemoteCandidate candidate)
      throws NegotiationException {
    if (candidate.mid() != null) {
      for (int i = 0; i < remote.media().size(); i++) {
        if (mid(remote.media().get(i)).equals(candidate.mid())) {
          return Optional.of(i);
        }
      }
      throw operation("no media section has the mid " + candidate.mid());
    }
    if (candidate.index() != null) {
      if (candidate.index() < 0 || candidate.index() >= remote.media().size()) {
        throw operation(
            "there are " + remote.media().size() + " media sections, none " + candidate.index());
      }
      return Optional.of(candidate.index());
    }
    return Optional.empty();
  }

  static SessionDescription add(SessionDescription remote, int index, RemoteCandidate candidate)
      throws NegotiationException {
    MediaDescription section = remote.media().get(index);
    requireGeneration(remote, section, candidate);
    CandidateAttribute attribute = candidate.candidate();
    if (attribute == null) {
      return section.has(EndOfCandidatesAttribute.class)
          ? remote
          : replace(remote, index, section.with(new EndOfCandidatesAttribute()));
    }
    List<CandidateAttribute> known = section.attributes(CandidateAttribute.class);
    if (known.contains(attribute)) {
      return remote;
    }
    if (known.size() >= MAX_PER_SECTION) {
      throw operation("the section has " + known.size() + " candidates already");
    }
    return replace(remote, index, section.with(attribute));
  }

  private static void requireGeneration(
      SessionDescription remote, MediaDescription section, RemoteCandidate candidate)
      throws NegotiationException {
    String ufrag = candidate.ufrag();
    if (ufrag == null) {
      return;
    }
    Optional<String> current =
        section
            .attribute(IceUfragAttribute.class)
            .or(() -> remote.attribute(IceUfragAttribute.class))
            .map(IceUfragAttribute::ufrag);
    if (current.isPresent() && !current.get().equals(ufrag)) {
      throw operation(
          "the candidate is of the ICE generation " + ufrag + ", the description of another");
    }
  }

  private static SessionDescription replace(
      SessionDescription remote, int index, MediaDescription section) {
    List<MediaDescription> media = new ArrayList<>(remote.media());
    media.set(index, section);
    return remote.withMedia(media);
  }

  private static String mid(MediaDescription section) {
    return section.attribute(MidAttribute.class).map(MidAttribute::mid).orElse("");
  }

  private static NegotiationException operation(String message) {
    return new NegotiationException(Kind.OPERATION, message);
  }
}
