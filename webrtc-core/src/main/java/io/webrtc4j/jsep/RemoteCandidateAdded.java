package io.webrtc4j.jsep;

import java.util.List;

/**
 * What comes of a candidate that the peer trickled.
 *
 * @param state the next state
 * @param transports the ids of those to be told; none while the candidate waits in a description
 *     that was not agreed yet, and they find it in their plan then
 */
public record RemoteCandidateAdded(JsepState state, List<Integer> transports) {
  /** The list is copied. */
  public RemoteCandidateAdded {
    transports = List.copyOf(transports);
  }
}
