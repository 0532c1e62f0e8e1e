/**
 * How much the network takes: {@link io.webrtc4j.rtp.congestion.BandwidthEstimator} joins what the
 * peer's feedback tells of delay, of loss and of what has arrived.
 *
 * <p>Depends on RTCP. Begin with {@code BandwidthEstimator}.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.rtp.congestion;
