/**
 * What happens to the packets of one remote source, from their arrival to whole frames: {@link
 * io.webrtc4j.rtp.receive.ReceiveStream} counts them, asks for those that are missing, puts frames
 * together and gives them in order. {@link io.webrtc4j.rtp.receive.ArrivalLog} tells the sender
 * when the packets of the whole transport came.
 *
 * <p>Depends on RTP, RTCP, the payload formats and the values of {@code session}. Begin with {@code
 * ReceiveStream}.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.rtp.receive;
