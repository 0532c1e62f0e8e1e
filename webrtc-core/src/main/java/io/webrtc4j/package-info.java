/**
 * WebRTC for the JVM with the W3C's names: who knows {@code RTCPeerConnection} from a browser knows
 * this package.
 *
 * <p>The mapping has no exceptions: an operation keeps its name; attribute {@code foo} is {@code
 * foo()}, a settable one also {@code setFoo(value)}; event {@code icecandidate} is {@code
 * onIceCandidate(listener)}; a promise is a {@code CompletableFuture}; a dictionary is an immutable
 * type of the same name; an enumeration's {@code toString()} is the W3C's string; a DOMException is
 * an {@link io.webrtc4j.RTCException} of the same name.
 *
 * <p>Every method may be called from any thread and none blocks. Listeners and the completions of
 * futures run one after the other for each connection, never on an I/O thread. Begin with {@link
 * io.webrtc4j.RTCPeerConnection}; what goes beyond the W3C is in {@link io.webrtc4j.PeerSettings}.
 */
package io.webrtc4j;
