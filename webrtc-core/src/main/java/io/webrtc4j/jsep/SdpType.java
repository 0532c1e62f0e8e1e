package io.webrtc4j.jsep;

/** What a description is (RFC 9429 §4.1.8). */
public enum SdpType {
  OFFER,
  PRANSWER,
  ANSWER,
  ROLLBACK
}
