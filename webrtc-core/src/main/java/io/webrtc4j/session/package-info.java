/**
 * One peer without I/O: {@link io.webrtc4j.session.PeerSession} has the transports ({@code
 * .transport}: ICE, DTLS and SCTP) that plans list, and speaks the engines' vocabulary: handle,
 * poll, nextDeadline.
 *
 * <p>May depend on the protocol modules; knows no clock, thread or socket, so that the same code
 * runs on Netty and in virtual time. Begin with {@code PeerSession}.
 */
package io.webrtc4j.session;
