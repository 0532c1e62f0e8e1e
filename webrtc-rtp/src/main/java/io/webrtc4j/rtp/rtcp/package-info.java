/**
 * RTCP packets as records (RFC 3550 §6, RFC 4585, RFC 5104, RFC 3611, RFC 8888, transport-wide
 * feedback). {@link io.webrtc4j.rtp.rtcp.RtcpCompound} reads and writes a datagram's packets; what
 * is malformed or unknown in it is passed over and counted.
 *
 * <p>Depends on webrtc-common alone. Begin with {@code RtcpCompound}, then {@link
 * io.webrtc4j.rtp.rtcp.RtcpPacket}, whose permitted types are the contents.
 */
package io.webrtc4j.rtp.rtcp;
