package io.webrtc4j.jsep;

import io.webrtc4j.ice.IceCredentials;
import java.util.Set;

/**
 * What a created description depends on. While all of it is the same, the description still tells
 * the truth (W3C WebRTC §4.4.2, setLocalDescription).
 */
record Basis(
    JsepConfig config,
    Descriptions descriptions,
    TransceiverList transceivers,
    LocalCandidates candidates,
    Set<IceCredentials> toReplace,
    boolean dataWanted) {

  static Basis of(Draft draft) {
    return new Basis(
        draft.config,
        draft.descriptions,
        draft.transceivers,
        draft.candidates,
        draft.toReplace,
        draft.dataWanted);
  }
}
