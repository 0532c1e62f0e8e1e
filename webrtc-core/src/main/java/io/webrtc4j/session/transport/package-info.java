/**
 * The transports of one peer, stacked: ICE carries DTLS, DTLS carries SCTP. Only this package knows
 * all three; they don't know one another.
 *
 * <p>May depend on the protocol modules. Begin with {@link
 * io.webrtc4j.session.transport.PeerTransport}.
 */
package io.webrtc4j.session.transport;
