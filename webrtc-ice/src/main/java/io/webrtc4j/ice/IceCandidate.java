package io.webrtc4j.ice;

import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as the two sides tell it one another (RFC 8445 §5.3).
 *
 * @param foundation the same for candidates of one kind from one base address (RFC 8445 §5.1.1.3)
 * @param component 1 to 256; the agent uses component 1 alone
 * @param transport the transport of {@code address}
 * @param priority from 0 to 2^32-1; RFC 8445 §5.1.2 allows 1 to 2^31-1, and the agent takes what is
 *     above that as 2^31-1
 * @param address where the candidate can be reached; resolved, or else the agent ignores it
 * @param type how the candidate was found
 * @param relatedAddress for diagnosis: the base of a reflexive candidate, the mapped address of a
 *     relayed one
 */
public record IceCandidate(
    String foundation,
    int component,
    CandidateTransport transport,
    long priority,
    InetSocketAddress address,
    CandidateType type,
    @Nullable InetSocketAddress relatedAddress) {

  private static final int MAX_COMPONENT = 256;
  private static final long MAX_PRIORITY = 0xffffffffL;

  /** Checks the ranges named above. */
  public IceCandidate {
    Objects.requireNonNull(foundation, "foundation");
    Objects.requireNonNull(transport, "transport");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(type, "type");
    if (component < 1 || component > MAX_COMPONENT) {
      throw new IllegalArgumentException("component must be from 1 to 256, is " + component);
    }
    if (priority < 0 || priority > MAX_PRIORITY) {
      throw new IllegalArgumentException("priority must be from 0 to 2^32-1, is " + priority);
    }
  }
}
