/**
 * The machine as a {@link io.webrtc4j.world.World}: event loops on threads, UDP sockets, network
 * interfaces, the clock and secure randomness.
 *
 * <p>May depend on {@code io.webrtc4j.world} and Netty. Begin with {@link
 * io.webrtc4j.netty.LoopGroup}.
 */
package io.webrtc4j.netty;
