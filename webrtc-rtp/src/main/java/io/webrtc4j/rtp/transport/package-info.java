/**
 * The RTP session of one transport, without I/O: all that its media sections send and receive, told
 * apart and put together, with the RTCP that goes with it. It joins {@code .send}, {@code .receive}
 * and {@code .congestion}, which know the values of {@code .session} but not this. Begin with
 * {@link io.webrtc4j.rtp.transport.RtpSession}.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.rtp.transport;
