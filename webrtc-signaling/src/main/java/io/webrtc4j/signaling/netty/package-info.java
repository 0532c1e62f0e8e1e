/**
 * The shell around the lobby: sockets, HTTP, WebSocket frames and the clock, on one Netty event
 * loop that nothing blocks.
 *
 * <p>May depend on everything else in the module but its public face, and on Netty. Begin reading
 * at {@code Listener}, which opens the sockets; {@code LobbyDriver} is the only reader of the
 * clock, and {@code RequestHandler} says what each path does.
 */
package io.webrtc4j.signaling.netty;
