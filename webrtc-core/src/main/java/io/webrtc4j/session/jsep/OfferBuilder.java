package io.webrtc4j.session.jsep;

import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.Origin;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.sdp.Setup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds offers (RFC 9429 §5.2): the sections that are there already, in their places, first. */
final class OfferBuilder {
  private final SectionBuilder sections;

  OfferBuilder(SectionBuilder sections) {
    this.sections = sections;
  }

  /**
   * An offer.
   *
   * @param agreed our description as it was agreed last, or null
   * @param dataWanted whether there are data channels to carry
   */
  SessionDescription build(Origin origin, @Nullable Description agreed, boolean dataWanted) {
    List<MediaDescription> media = new ArrayList<>();
    List<String> bundled = new ArrayList<>();
    boolean hasData = false;
    for (MediaDescription section : agreed == null ? List.<MediaDescription>of() : media(agreed)) {
      if (DataSection.isData(section) && !DataSection.isRejected(section)) {
        Optional<String> mid = section.attribute(MidAttribute.class).map(MidAttribute::mid);
        mid.ifPresent(bundled::add);
        media.add(sections.data(section.protocol(), mid, Setup.ACTPASS));
        hasData = true;
      } else {
        media.add(SectionBuilder.rejected(section));
      }
    }
    if (dataWanted && !hasData) {
      String mid = freeMid(media);
      bundled.add(mid);
      media.add(sections.data(DataSection.UDP_PROTOCOL, Optional.of(mid), Setup.ACTPASS));
    }
    return SessionDescription.of(origin, SectionBuilder.sessionAttributes(bundled), media);
  }

  private static List<MediaDescription> media(Description description) {
    return description.session().media();
  }

  private static String freeMid(List<MediaDescription> media) {
    Set<String> taken = new HashSet<>();
    for (MediaDescription section : media) {
      section.attribute(MidAttribute.class).ifPresent(mid -> taken.add(mid.mid()));
    }
    int candidate = media.size();
    while (taken.contains(Integer.toString(candidate))) {
      candidate++;
    }
    return Integer.toString(candidate);
  }
}
