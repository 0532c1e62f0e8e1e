/**
 * SCTP packets on the wire: the common header, one file for each chunk, parameter and error cause.
 *
 * <p>Messages are values with {@code parse} and {@code write}; DATA alone is read and written in
 * place. Depends on webrtc-common. Begin with {@link io.webrtc4j.sctp.packet.ChunkReader} and
 * {@link io.webrtc4j.sctp.packet.ControlChunk}.
 */
package io.webrtc4j.sctp.packet;
