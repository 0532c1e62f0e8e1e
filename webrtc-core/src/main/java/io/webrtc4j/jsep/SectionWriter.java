package io.webrtc4j.jsep;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.media.BuiltMedia;
import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.BundleOnlyAttribute;
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

/**
 * Writes the media descriptions of our offers and answers (RFC 9429 §5.2, §5.3). Like browsers it
 * repeats the transport's lines in all sections of a bundle, against RFC 9143 §7.1.3: aiortc asks
 * for them everywhere.
 */
final class SectionWriter {
  static final String RTP_PROTOCOL = "UDP/TLS/RTP/SAVPF";

  /** RFC 8840 §4.1.1: the port and address of a section without candidates. */
  private static final int DISCARD_PORT = 9;

  private static final int DRAFT_STREAMS = 65_535;
  private static final String NO_ADDRESS = "0.0.0.0";

  private final JsepConfig config;

  SectionWriter(JsepConfig config) {
    this.config = config;
  }

  /**
   * The lines about a section's transport.
   *
   * @param mid none in the answer to a peer that uses none
   */
  record Ends(Optional<String> mid, IceCredentials credentials, Setup setup, boolean bundleOnly) {
    int port() {
      return bundleOnly ? 0 : DISCARD_PORT;
    }
  }

  static List<Attribute> sessionAttributes(List<List<String>> bundles) {
    List<Attribute> attributes = new ArrayList<>();
    bundles.forEach(mids -> attributes.add(GroupAttribute.bundle(mids)));
    attributes.add(new IceOptionsAttribute(List.of(IceOptionsAttribute.TRICKLE, "ice2")));
    return attributes;
  }

  MediaDescription rtp(
      String kind, String protocol, Ends ends, Direction direction, BuiltMedia media) {
    List<Attribute> attributes = transport(ends);
    attributes.add(new DirectionAttribute(direction));
    attributes.addAll(media.attributes());
    return section(new Line(kind, ends.port(), protocol, media.formats()), attributes);
  }

  MediaDescription data(String protocol, Ends ends) {
    boolean draft = DataSection.isDraftProtocol(protocol);
    List<Attribute> attributes = transport(ends);
    attributes.add(
        draft
            ? new SctpmapAttribute(
                DataSection.PORT, DataSection.FORMAT, OptionalInt.of(DRAFT_STREAMS))
            : new SctpPortAttribute(DataSection.PORT));
    attributes.add(new MaxMessageSizeAttribute(config.maxMessageSize()));
    String format = draft ? Integer.toString(DataSection.PORT) : DataSection.FORMAT;
    return section(new Line(DataSection.MEDIA, ends.port(), protocol, List.of(format)), attributes);
  }

  /** Rejected: port 0, the formats of {@code like}, and nothing of a transport (RFC 3264 §6). */
  static MediaDescription rejected(MediaDescription like, Optional<String> mid) {
    List<Attribute> attributes = new ArrayList<>();
    mid.ifPresent(tag -> attributes.add(new MidAttribute(tag)));
    if (!DataSection.isData(like)) {
      attributes.add(new DirectionAttribute(Direction.INACTIVE));
    }
    return section(new Line(like.media(), 0, like.protocol(), like.formats()), attributes);
  }

  private List<Attribute> transport(Ends ends) {
    List<Attribute> attributes = new ArrayList<>();
    ends.mid().ifPresent(mid -> attributes.add(new MidAttribute(mid)));
    attributes.add(new IceUfragAttribute(ends.credentials().ufrag()));
    attributes.add(new IcePwdAttribute(ends.credentials().pwd()));
    for (DtlsFingerprint fingerprint : config.fingerprints()) {
      attributes.add(FingerprintAttribute.of(fingerprint.algorithm(), fingerprint.digest()));
    }
    attributes.add(new SetupAttribute(ends.setup()));
    if (ends.bundleOnly()) {
      attributes.add(new BundleOnlyAttribute());
    }
    return attributes;
  }

  private record Line(String media, int port, String protocol, List<String> formats) {}

  private static MediaDescription section(Line line, List<Attribute> attributes) {
    return MediaDescription.of(
        new MediaLine(
            line.media(), line.port(), OptionalInt.empty(), line.protocol(), line.formats()),
        ConnectionData.of(NO_ADDRESS),
        attributes);
  }
}
