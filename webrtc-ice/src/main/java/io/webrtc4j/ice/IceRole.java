package io.webrtc4j.ice;

/** Which side picks the pair that is used (RFC 8445 §6.1.1). */
public enum IceRole {
  /** Nominates the pair that both sides use. */
  CONTROLLING,
  /** Uses the pair that the other side nominates. */
  CONTROLLED;

  /** The other role. */
  public IceRole opposite() {
    return this == CONTROLLING ? CONTROLLED : CONTROLLING;
  }
}
