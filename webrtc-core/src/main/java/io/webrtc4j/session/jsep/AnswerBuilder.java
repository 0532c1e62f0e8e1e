package io.webrtc4j.session.jsep;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sdp.GroupAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.Origin;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds answers (RFC 9429 §5.3): the first section for data is accepted, all others are rejected.
 *
 * <p>RFC 9143 §7.3.1 lets the answerer pass over rejected sections when it selects the tagged one
 * of a bundle; that rejected audio precedes the data of a browser's first offer is the usual case.
 */
final class AnswerBuilder {
  private static final String BUNDLE = "BUNDLE";

  private final SectionBuilder sections;

  AnswerBuilder(SectionBuilder sections) {
    this.sections = sections;
  }

  /**
   * An answer to {@code offer}.
   *
   * @param role the DTLS role that we have already, which stays, or null
   */
  SessionDescription build(Origin origin, SessionDescription offer, @Nullable DtlsRole role) {
    Optional<DataSection> data = DataSection.of(offer);
    List<MediaDescription> media = new ArrayList<>();
    for (int i = 0; i < offer.media().size(); i++) {
      MediaDescription offered = offer.media().get(i);
      boolean accepted = data.isPresent() && data.get().index() == i;
      media.add(
          accepted
              ? sections.data(offered.protocol(), data.get().mid(), setup(offered, offer, role))
              : SectionBuilder.rejected(offered));
    }
    return SessionDescription.of(
        origin, SectionBuilder.sessionAttributes(bundled(offer, data)), media);
  }

  /** RFC 8842 §5.3: where we may choose, active, which spares a round trip. */
  private static Setup setup(
      MediaDescription offered, SessionDescription offer, @Nullable DtlsRole role) {
    Setup offeredSetup =
        offered
            .attribute(SetupAttribute.class)
            .or(() -> offer.attribute(SetupAttribute.class))
            .map(SetupAttribute::setup)
            .orElse(Setup.ACTPASS);
    return switch (offeredSetup) {
      case ACTIVE -> Setup.PASSIVE;
      case PASSIVE -> Setup.ACTIVE;
      default -> role == DtlsRole.SERVER ? Setup.PASSIVE : Setup.ACTIVE;
    };
  }

  private static List<String> bundled(SessionDescription offer, Optional<DataSection> data) {
    Optional<String> mid = data.flatMap(DataSection::mid);
    boolean offered =
        offer.attributes(GroupAttribute.class).stream()
            .filter(group -> group.semantics().equals(BUNDLE))
            .anyMatch(group -> mid.isPresent() && group.mids().contains(mid.get()));
    return offered ? List.of(mid.get()) : List.of();
  }
}
