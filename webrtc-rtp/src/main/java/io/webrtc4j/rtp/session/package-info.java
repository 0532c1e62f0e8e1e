/**
 * The RTP session of one transport, without I/O: all that its media sections send and receive, told
 * apart and put together, with the RTCP that goes with it. Begin with {@code RtpSession}.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.rtp.session;
