/**
 * RTP packets (RFC 3550 §5.1) and their header extensions (RFC 8285), read and written in place:
 * {@link io.webrtc4j.rtp.RtpPacket} is a view that moves from packet to packet, {@link
 * io.webrtc4j.rtp.RtpWriter} builds a packet in a buffer.
 *
 * <p>Depends on webrtc-common alone; {@code .rtcp} and {@code .srtp} may depend on it. Begin with
 * {@code RtpPacket}.
 */
package io.webrtc4j.rtp;
