package io.webrtc4j;

import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.SdpParseException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An ICE candidate and what it says (W3C WebRTC §4.8.1). Immutable. */
public final class RTCIceCandidate {
  private final RTCIceCandidateInit init;
  private final @Nullable CandidateAttribute parsed;

  /**
   * A candidate from what came over the signalling channel. One that cannot be parsed is kept, and
   * its parts are null.
   *
   * @throws RTCException {@code TypeError} if neither {@code sdpMid} nor {@code sdpMLineIndex} is
   *     given
   */
  public RTCIceCandidate(RTCIceCandidateInit init) {
    if (init.sdpMid() == null && init.sdpMLineIndex() == null) {
      throw RTCException.type("a candidate needs sdpMid or sdpMLineIndex");
    }
    this.init = init;
    this.parsed = parse(init.candidate());
  }

  /** The {@code candidate-attribute} of RFC 8839 §5.1; empty for the end of candidates. */
  public String candidate() {
    return init.candidate();
  }

  /** The media section's {@code a=mid}. */
  public @Nullable String sdpMid() {
    return init.sdpMid();
  }

  /** The media section's index from 0. */
  public @Nullable Integer sdpMLineIndex() {
    return init.sdpMLineIndex();
  }

  /** The ICE generation that it belongs to. */
  public @Nullable String usernameFragment() {
    return init.usernameFragment();
  }

  /** Candidates with the same base and server have the same. */
  public @Nullable String foundation() {
    return parsed == null ? null : parsed.foundation();
  }

  /** {@code rtp} or {@code rtcp}. */
  public @Nullable String component() {
    return parsed == null ? null : parsed.component() == 1 ? "rtp" : "rtcp";
  }

  /** The higher, the more preferred. */
  public @Nullable Long priority() {
    return parsed == null ? null : parsed.priority();
  }

  /** The IP address, or a name that hides it. */
  public @Nullable String address() {
    return parsed == null ? null : parsed.address();
  }

  /** {@code udp} or {@code tcp}. */
  public @Nullable String protocol() {
    return parsed == null ? null : parsed.transport().toLowerCase(Locale.ROOT);
  }

  /** The port. */
  public @Nullable Integer port() {
    return parsed == null ? null : parsed.port();
  }

  /** {@code host}, {@code srflx}, {@code prflx} or {@code relay}. */
  public @Nullable String type() {
    return parsed == null ? null : parsed.candidateType();
  }

  /** {@code active}, {@code passive} or {@code so} for TCP. */
  public @Nullable String tcpType() {
    return parsed == null ? null : parsed.tcpType().orElse(null);
  }

  /** The address that it was derived from. */
  public @Nullable String relatedAddress() {
    return parsed == null ? null : parsed.relatedAddress().orElse(null);
  }

  /** The port that it was derived from. */
  public @Nullable Integer relatedPort() {
    return parsed == null || parsed.relatedPort().isEmpty()
        ? null
        : parsed.relatedPort().getAsInt();
  }

  /** The dictionary to send over the signalling channel. */
  public RTCIceCandidateInit toJSON() {
    return init;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RTCIceCandidate that && init.equals(that.init);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(init);
  }

  @Override
  public String toString() {
    return init.candidate();
  }

  private static @Nullable CandidateAttribute parse(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return CandidateAttribute.parse(text);
    } catch (SdpParseException e) {
      return null;
    }
  }
}
