/**
 * The driver: the only place that knows sockets, threads, interfaces and the clock. It feeds a
 * {@link io.webrtc4j.session.PeerSession} with datagrams and time, and sends what the session has
 * to say, in batches.
 *
 * <p>May depend on {@code io.webrtc4j.session} and Netty. Begin with {@link
 * io.webrtc4j.netty.PeerDriver}.
 */
package io.webrtc4j.netty;
