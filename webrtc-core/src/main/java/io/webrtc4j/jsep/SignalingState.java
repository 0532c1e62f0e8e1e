package io.webrtc4j.jsep;

/** Where the exchange of descriptions is (RFC 9429 §3.2). */
public enum SignalingState {
  STABLE,
  HAVE_LOCAL_OFFER,
  HAVE_REMOTE_OFFER,
  HAVE_LOCAL_PRANSWER,
  HAVE_REMOTE_PRANSWER,
  CLOSED;

  boolean hasLocalOffer() {
    return this == HAVE_LOCAL_OFFER || this == HAVE_REMOTE_PRANSWER;
  }

  boolean hasRemoteOffer() {
    return this == HAVE_REMOTE_OFFER || this == HAVE_LOCAL_PRANSWER;
  }
}
