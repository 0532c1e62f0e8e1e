package io.webrtc4j.rtp.transport;

import io.webrtc4j.rtp.session.RtpDropReason;

/** Where a packet goes: to its source, or nowhere. */
sealed interface Route permits Source, Route.Nowhere {

  /** It can't be used. */
  record Nowhere(RtpDropReason reason) implements Route {}
}
