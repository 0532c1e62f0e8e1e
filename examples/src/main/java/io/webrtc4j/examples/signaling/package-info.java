/**
 * The signalling server as a program. It depends on webrtc-signaling alone.
 *
 * <p>Begin with {@link io.webrtc4j.examples.signaling.SignalingServerMain}, which is all of it.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.examples.signaling;
