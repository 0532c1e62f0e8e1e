/**
 * Offer and answer (RFC 9429) as values and pure functions: {@link
 * io.webrtc4j.session.jsep.Negotiation} is the state machine, the builders make descriptions, and
 * {@link io.webrtc4j.session.jsep.RemoteEnd} is what a peer's description means.
 *
 * <p>May depend on webrtc-sdp and on the value types of ICE and DTLS. Begin with {@code
 * Negotiation}.
 */
package io.webrtc4j.session.jsep;
