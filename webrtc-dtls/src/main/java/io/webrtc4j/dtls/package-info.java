/**
 * DTLS 1.2 (RFC 6347) client and server as WebRTC uses it (RFC 8827 §6.5), without I/O: {@link
 * io.webrtc4j.dtls.DtlsConnection} takes datagrams, timeouts and commands, each with the time, and
 * gives datagrams, application data and events to who polls.
 *
 * <p>Depends on webrtc-common and on the packages below: {@code dtls12} the two handshakes, {@code
 * flight} messages, fragments and retransmission, {@code handshake} and {@code extension} the
 * messages, {@code record} the record layer, {@code crypto} the cryptography. Begin with {@code
 * DtlsConnection}.
 */
package io.webrtc4j.dtls;
