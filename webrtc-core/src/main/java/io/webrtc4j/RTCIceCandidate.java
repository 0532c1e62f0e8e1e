package io.webrtc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An ICE candidate and what it says (W3C WebRTC §4.8.1). Immutable. */
public final class RTCIceCandidate {
  private final RTCLocalIceCandidateInit init;
  private final @Nullable CandidateFields fields;

  /**
   * A candidate from what came over the signalling channel. One that cannot be parsed is kept, and
   * its parts are null.
   *
   * @throws RTCException {@code TypeError} if neither {@code sdpMid} nor {@code sdpMLineIndex} is
   *     given
   */
  public RTCIceCandidate(RTCIceCandidateInit init) {
    this(new RTCLocalIceCandidateInit(init));
  }

  /**
   * A candidate with what only its own side knows. See {@link
   * #RTCIceCandidate(RTCIceCandidateInit)}.
   */
  public RTCIceCandidate(RTCLocalIceCandidateInit init) {
    if (init.sdpMid() == null && init.sdpMLineIndex() == null) {
      throw RTCException.type("a candidate needs sdpMid or sdpMLineIndex");
    }
    this.init = init;
    this.fields = CandidateFields.parse(init.candidate());
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

  /** Candidates with the same base and server have the same. */
  public @Nullable String foundation() {
    return fields == null ? null : fields.foundation();
  }

  /** What it carries. */
  public @Nullable RTCIceComponent component() {
    return fields == null ? null : fields.component();
  }

  /** The higher, the more preferred. */
  public @Nullable Long priority() {
    return fields == null ? null : Long.valueOf(fields.priority());
  }

  /** The IP address, or a name that hides it. */
  public @Nullable String address() {
    return fields == null ? null : fields.address();
  }

  /** What it is reached by. */
  public @Nullable RTCIceProtocol protocol() {
    return fields == null ? null : fields.protocol();
  }

  /** The port. */
  public @Nullable Integer port() {
    return fields == null ? null : Integer.valueOf(fields.port());
  }

  /** How it was found. */
  public @Nullable RTCIceCandidateType type() {
    return fields == null ? null : fields.type();
  }

  /** Who opens the connection, for TCP; null for UDP. */
  public @Nullable RTCIceTcpCandidateType tcpType() {
    return fields == null ? null : fields.tcpType();
  }

  /** The address that it was derived from; null for host candidates. */
  public @Nullable String relatedAddress() {
    return fields == null ? null : fields.relatedAddress();
  }

  /** The port that it was derived from; null for host candidates. */
  public @Nullable Integer relatedPort() {
    return fields == null ? null : fields.relatedPort();
  }

  /** The ICE generation that it belongs to. */
  public @Nullable String usernameFragment() {
    return init.usernameFragment();
  }

  /** How the TURN server is reached, for local relay candidates; null otherwise. */
  public @Nullable RTCIceServerTransportProtocol relayProtocol() {
    return init.relayProtocol();
  }

  /** The server that told it, for local reflexive and relay candidates; null otherwise. */
  public @Nullable String url() {
    return init.url();
  }

  /** The dictionary to send over the signalling channel, without what only this side knows. */
  public RTCIceCandidateInit toJSON() {
    return new RTCIceCandidateInit(
        init.candidate(), init.sdpMid(), init.sdpMLineIndex(), init.usernameFragment());
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
}
