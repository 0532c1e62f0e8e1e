package io.webrtc4j.session.jsep;

import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.ConnectionData;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.DirectionAttribute;
import io.webrtc4j.sdp.FingerprintAttribute;
import io.webrtc4j.sdp.GroupAttribute;
import io.webrtc4j.sdp.IceOptionsAttribute;
import io.webrtc4j.sdp.IcePwdAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.MaxMessageSizeAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MediaLine;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.SctpPortAttribute;
import io.webrtc4j.sdp.SctpmapAttribute;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds the media descriptions of our offers and answers (RFC 9429 §5.2, §5.3). */
final class SectionBuilder {
  /** RFC 8840 §4.1.1: the port and address of a section without candidates. */
  private static final int DISCARD_PORT = 9;

  private static final int DRAFT_STREAMS = 65_535;
  private static final String NO_ADDRESS = "0.0.0.0";

  private final LocalEnd local;
  private final LocalCandidates candidates;

  SectionBuilder(LocalEnd local, LocalCandidates candidates) {
    this.local = local;
    this.candidates = candidates;
  }

  static List<Attribute> sessionAttributes(List<String> bundledMids) {
    List<Attribute> attributes = new ArrayList<>();
    if (!bundledMids.isEmpty()) {
      attributes.add(new GroupAttribute("BUNDLE", bundledMids));
    }
    attributes.add(new IceOptionsAttribute(List.of("trickle", "ice2")));
    return attributes;
  }

  MediaDescription data(String protocol, Optional<String> mid, Setup setup) {
    List<Attribute> attributes = new ArrayList<>();
    mid.ifPresent(value -> attributes.add(new MidAttribute(value)));
    attributes.add(new IceUfragAttribute(local.credentials().ufrag()));
    attributes.add(new IcePwdAttribute(local.credentials().pwd()));
    attributes.add(
        FingerprintAttribute.of(local.fingerprint().algorithm(), local.fingerprint().digest()));
    attributes.add(new SetupAttribute(setup));
    boolean draft = DataSection.isDraftProtocol(protocol);
    attributes.add(
        draft
            ? new SctpmapAttribute(
                local.sctpPort(), DataSection.FORMAT, OptionalInt.of(DRAFT_STREAMS))
            : new SctpPortAttribute(local.sctpPort()));
    attributes.add(new MaxMessageSizeAttribute(local.maxMessageSize()));
    String format = draft ? Integer.toString(local.sctpPort()) : DataSection.FORMAT;
    MediaDescription section =
        MediaDescription.of(
            mediaLine(DataSection.MEDIA, DISCARD_PORT, protocol, List.of(format)),
            ConnectionData.of(NO_ADDRESS),
            attributes);
    return candidates.addTo(section);
  }

  /** Rejected: port 0, the offer's formats, and nothing of a transport (RFC 3264 §6). */
  static MediaDescription rejected(MediaDescription offered) {
    List<Attribute> attributes = new ArrayList<>();
    offered.attribute(MidAttribute.class).ifPresent(attributes::add);
    if (!DataSection.isData(offered)) {
      attributes.add(new DirectionAttribute(Direction.INACTIVE));
    }
    return MediaDescription.of(
        mediaLine(offered.media(), 0, offered.protocol(), offered.formats()),
        ConnectionData.of(NO_ADDRESS),
        attributes);
  }

  private static MediaLine mediaLine(
      String media, int port, String protocol, List<String> formats) {
    return new MediaLine(media, port, OptionalInt.empty(), protocol, formats);
  }
}
