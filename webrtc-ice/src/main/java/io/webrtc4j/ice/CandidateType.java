package io.webrtc4j.ice;

import java.util.Optional;

/** The kinds of candidates (RFC 8445 §5.1.1) with their token in SDP (RFC 8839 §5.1). */
public enum CandidateType {
  /** An address of the host itself. */
  HOST("host"),
  /** An address that a STUN server saw. */
  SERVER_REFLEXIVE("srflx"),
  /** An address that the peer saw in a check. */
  PEER_REFLEXIVE("prflx"),
  /** An address on a TURN server. */
  RELAYED("relay");

  private final String token;

  CandidateType(String token) {
    this.token = token;
  }

  /** The token after {@code typ} in an SDP candidate attribute. */
  public String token() {
    return token;
  }

  /** The type whose {@link #token()} is {@code token}; empty for a type of an extension. */
  public static Optional<CandidateType> ofToken(String token) {
    for (CandidateType type : values()) {
      if (type.token.equals(token)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
