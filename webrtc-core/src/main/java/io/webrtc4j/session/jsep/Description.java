package io.webrtc4j.session.jsep;

import io.webrtc4j.sdp.SessionDescription;
import java.util.Optional;

/**
 * A description with its type.
 *
 * @param type not a rollback
 * @param session what it says
 */
public record Description(SdpType type, SessionDescription session) {
  /** The place of the media description for data, if there is one that is not rejected. */
  public Optional<Integer> dataIndex() {
    return DataSection.of(session).map(DataSection::index);
  }

  /** Its text. */
  public String text() {
    return session.write();
  }
}
