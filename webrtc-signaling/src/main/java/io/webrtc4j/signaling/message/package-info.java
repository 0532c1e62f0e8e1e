/**
 * The messages of the signalling protocol as values, and their JSON. A {@link
 * io.webrtc4j.signaling.message.ClientMessage} comes from a client, a {@link
 * io.webrtc4j.signaling.message.ServerMessage} goes to one; a {@link
 * io.webrtc4j.signaling.message.Signal} is what the server only carries.
 *
 * <p>May depend on webrtc-common and Jackson; knows neither rooms nor the network. The format is
 * described in the module's README; begin reading with {@code JsonFormat}.
 */
package io.webrtc4j.signaling.message;
