/**
 * The handshake's messages (RFC 6347 §4.3.2), a file each, every one a value with {@code parse} and
 * {@code encode}; {@link io.webrtc4j.dtls.handshake.HandshakeFragment} is how they travel, {@link
 * io.webrtc4j.dtls.handshake.HandshakeMessage} how they are hashed. Begin with these two.
 *
 * <p>Depends on {@code extension} and webrtc-common.
 */
package io.webrtc4j.dtls.handshake;
