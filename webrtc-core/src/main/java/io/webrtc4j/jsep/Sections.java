package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.jsep.media.MediaSections;
import io.webrtc4j.sdp.BundleOnlyAttribute;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.DirectionAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.SessionDescription;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A description's media sections, and what each is to us. */
final class Sections {
  /** RFC 9429 §5.1.2; which of them it is makes no difference. */
  private static final Set<String> RTP_PROTOCOLS =
      Set.of(
          "RTP/AVP",
          "RTP/AVPF",
          "RTP/SAVP",
          "RTP/SAVPF",
          "TCP/DTLS/RTP/SAVP",
          "TCP/DTLS/RTP/SAVPF",
          "UDP/TLS/RTP/SAVP",
          "UDP/TLS/RTP/SAVPF");

  private final SessionDescription session;
  private final Bundles bundles;
  private final int data;

  private Sections(SessionDescription session) {
    this.session = session;
    this.bundles = Bundles.of(session);
    this.data = firstData(session);
  }

  static Sections of(SessionDescription session) {
    return new Sections(session);
  }

  static Sections of(Description description) {
    return of(description.session());
  }

  /** Port 0 rejects, unless the section only waits to be bundled (RFC 9143 §6). */
  static boolean isRejected(MediaDescription media) {
    return media.port() == 0 && !media.has(BundleOnlyAttribute.class);
  }

  static boolean isRtp(MediaDescription media) {
    return MediaKind.of(media.media()).isPresent() && RTP_PROTOCOLS.contains(media.protocol());
  }

  static Optional<String> mid(MediaDescription media) {
    return media.attribute(MidAttribute.class).map(MidAttribute::mid);
  }

  SessionDescription session() {
    return session;
  }

  int count() {
    return session.media().size();
  }

  MediaDescription get(int index) {
    return session.media().get(index);
  }

  /** The section with what it has from the session level. */
  MediaDescription media(int index) {
    return MediaSections.inherit(session, get(index));
  }

  /** Whether the section is for RTP or data, and not rejected. */
  boolean isLive(int index) {
    return index < count() && !isRejected(get(index)) && (isRtp(get(index)) || index == data);
  }

  boolean isLiveRtp(int index) {
    return isLive(index) && index != data;
  }

  /** Whether the section is the one that carries data channels. */
  boolean isLiveData(int index) {
    return index == data;
  }

  /** The first section for data that is not rejected. */
  OptionalInt data() {
    return data < 0 ? OptionalInt.empty() : OptionalInt.of(data);
  }

  MediaKind kind(int index) {
    return MediaKind.of(get(index).media()).orElseThrow();
  }

  Optional<String> mid(int index) {
    return mid(get(index));
  }

  /** RFC 8866 §6.7: sendrecv unless something else is said, at either level. */
  Direction direction(int index) {
    return get(index)
        .attribute(DirectionAttribute.class)
        .or(() -> session.attribute(DirectionAttribute.class))
        .map(DirectionAttribute::direction)
        .orElse(Direction.SENDRECV);
  }

  Bundles bundles() {
    return bundles;
  }

  private static int firstData(SessionDescription session) {
    for (int i = 0; i < session.media().size(); i++) {
      MediaDescription media = session.media().get(i);
      if (DataSection.isData(media) && !isRejected(media)) {
        return i;
      }
    }
    return -1;
  }
}
