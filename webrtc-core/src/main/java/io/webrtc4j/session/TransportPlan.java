package io.webrtc4j.session;

import io.webrtc4j.ice.IceCredentials;
import org.jspecify.annotations.Nullable;

/**
 * What the descriptions ask of one transport.
 *
 * @param id chosen by the negotiation, and never used again for another transport
 * @param local our ICE credentials in our latest description
 * @param controlling our ICE role as the descriptions say (RFC 8445 §6.1.1); a conflict with the
 *     peer may change it
 * @param remote what the peer's description says; null until it is known
 */
public record TransportPlan(
    int id, IceCredentials local, boolean controlling, @Nullable RemotePlan remote) {}
