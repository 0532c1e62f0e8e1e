/**
 * The STUN codec (RFC 8489): messages, their attributes, message integrity and fingerprint.
 *
 * <p>May depend on {@code io.webrtc4j.common} alone, and knows nothing of ICE but the attributes
 * that RFC 8445 §16 defines. Begin with {@link io.webrtc4j.ice.stun.StunMessage}.
 */
package io.webrtc4j.ice.stun;
