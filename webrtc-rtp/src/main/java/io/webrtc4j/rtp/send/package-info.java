/**
 * One stream that is sent, from the frame to the packet: {@link io.webrtc4j.rtp.send.SendStream}
 * cuts frames into packets, numbers them, remembers them for those who ask for them again, and
 * counts; {@link io.webrtc4j.rtp.send.Pacer} says when each goes out.
 *
 * <p>Depends on RTP, RTCP, the payload formats and the values of {@code session}. Begin with {@code
 * SendStream}.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.rtp.send;
