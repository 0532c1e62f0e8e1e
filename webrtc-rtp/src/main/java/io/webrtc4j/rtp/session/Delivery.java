package io.webrtc4j.rtp.session;

/**
 * What the owner of a section wants of what it receives.
 *
 * @param frames whole frames, through the jitter buffer, as {@link RtpEvent.Frame}
 * @param packets RTP packets as they come, retransmitted ones in their original form, as {@link
 *     RtpEvent.Packet}; lost ones are asked for, but none is waited for
 */
public record Delivery(boolean frames, boolean packets) {
  /** Nothing: what comes is counted, and reported to the peer. */
  public static final Delivery NONE = new Delivery(false, false);
}
