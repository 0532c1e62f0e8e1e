package io.webrtc4j.jsep;

import io.webrtc4j.sdp.MaxMessageSizeAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SctpPortAttribute;
import io.webrtc4j.sdp.SctpmapAttribute;
import java.util.OptionalInt;

/** What a media section for data channels says (RFC 8841 §4). */
final class DataSection {
  static final String MEDIA = "application";
  static final String FORMAT = "webrtc-datachannel";
  static final String UDP_PROTOCOL = "UDP/DTLS/SCTP";

  /** Our SCTP port, and the peer's where it names none. */
  static final int PORT = 5000;

  private static final String TCP_PROTOCOL = "TCP/DTLS/SCTP";

  /** The protocol of RFC 8841's drafts, whose format is the SCTP port; aiortc 1.4 offers it. */
  private static final String DRAFT_PROTOCOL = "DTLS/SCTP";

  private DataSection() {}

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

  static boolean isDraftProtocol(String protocol) {
    return protocol.equals(DRAFT_PROTOCOL);
  }

  /** The SCTP port of the section's writer. */
  static int port(MediaDescription media) {
    return media
        .attribute(SctpPortAttribute.class)
        .map(SctpPortAttribute::port)
        .orElse(draftPort(media).orElse(PORT));
  }

  /** The largest message that the section's writer takes, in bytes; 0 for any. */
  static long maxMessageSize(MediaDescription media) {
    return media
        .attribute(MaxMessageSizeAttribute.class)
        .map(MaxMessageSizeAttribute::bytes)
        .orElse(MaxMessageSizeAttribute.DEFAULT_BYTES);
  }

  /** The SCTP port that a section of the drafts' form names on its {@code m=} line. */
  private static OptionalInt draftPort(MediaDescription media) {
    if (!media.protocol().equals(DRAFT_PROTOCOL)) {
      return OptionalInt.empty();
    }
    return media.attributes(SctpmapAttribute.class).stream()
        .filter(map -> map.application().equals(FORMAT))
        .mapToInt(SctpmapAttribute::port)
        .filter(port -> media.formats().contains(Integer.toString(port)))
        .findFirst();
  }
}
