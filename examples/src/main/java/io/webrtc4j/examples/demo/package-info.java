/**
 * A page in a browser talks to this JVM: {@link io.webrtc4j.examples.demo.Demo} serves the page and
 * signalling on one port, and is a member of the signalling room itself, by a WebSocket like any
 * other. Each page that makes it an offer gets a peer connection of its own, with a chat, an echo
 * for measuring round trips, and a video call that sends the page its own picture and sound.
 *
 * <p>It depends on webrtc-core, webrtc-signaling, Jackson and the JDK's WebSocket client. Begin
 * with {@code JvmMember}, then {@code PagePeer}; the page is in the resources beside this package.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.examples.demo;
