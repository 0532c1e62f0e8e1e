package io.webrtc4j.session.jsep;

import io.webrtc4j.sdp.BundleOnlyAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.SctpmapAttribute;
import io.webrtc4j.sdp.SessionDescription;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The media description that carries data channels (RFC 8841 §4): the first of its kind that is not
 * rejected.
 *
 * @param index its place among the media descriptions, from 0
 * @param media the media description
 */
record DataSection(int index, MediaDescription media) {
  static final String MEDIA = "application";
  static final String FORMAT = "webrtc-datachannel";
  static final String UDP_PROTOCOL = "UDP/DTLS/SCTP";
  private static final String TCP_PROTOCOL = "TCP/DTLS/SCTP";

  /** The protocol of RFC 8841's drafts, whose format is the SCTP port; aiortc 1.4 offers it. */
  private static final String DRAFT_PROTOCOL = "DTLS/SCTP";

  static Optional<DataSection> of(SessionDescription session) {
    for (int i = 0; i < session.media().size(); i++) {
      MediaDescription media = session.media().get(i);
      if (isData(media) && !isRejected(media)) {
        return Optional.of(new DataSection(i, media));
      }
    }
    return Optional.empty();
  }

  static boolean isData(MediaDescription media) {
    if (!media.media().equals(MEDIA)) {
      return false;
    }
    return switch (media.protocol()) {
      case UDP_PROTOCOL, TCP_PROTOCOL -> media.formats().contains(FORMAT);
      case DRAFT_PROTOCOL -> draftPort(media).isPresent();
      default -> false;
    };
  }

  /** The SCTP port that a section of the drafts' form names on its {@code m=} line. */
  static OptionalInt draftPort(MediaDescription media) {
    if (!media.protocol().equals(DRAFT_PROTOCOL)) {
      return OptionalInt.empty();
    }
    return media.attributes(SctpmapAttribute.class).stream()
        .filter(map -> map.application().equals(FORMAT))
        .mapToInt(SctpmapAttribute::port)
        .filter(port -> media.formats().contains(Integer.toString(port)))
        .findFirst();
  }

  /** Port 0 rejects, unless the section only waits to be bundled (RFC 9143 §6). */
  static boolean isRejected(MediaDescription media) {
    return media.port() == 0 && !media.has(BundleOnlyAttribute.class);
  }

  static boolean isDraftProtocol(String protocol) {
    return protocol.equals(DRAFT_PROTOCOL);
  }

  Optional<String> mid() {
    return media.attribute(MidAttribute.class).map(MidAttribute::mid);
  }
}
