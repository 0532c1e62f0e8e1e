package io.webrtc4j.session.jsep;

import io.webrtc4j.sdp.BundleOnlyAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.SessionDescription;
import java.util.Optional;

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
    return media.media().equals(MEDIA)
        && (media.protocol().equals(UDP_PROTOCOL) || media.protocol().equals(TCP_PROTOCOL))
        && media.formats().contains(FORMAT);
  }

  /** Port 0 rejects, unless the section only waits to be bundled (RFC 9143 §6). */
  static boolean isRejected(MediaDescription media) {
    return media.port() == 0 && !media.has(BundleOnlyAttribute.class);
  }

  Optional<String> mid() {
    return media.attribute(MidAttribute.class).map(MidAttribute::mid);
  }
}
