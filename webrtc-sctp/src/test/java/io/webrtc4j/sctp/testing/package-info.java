/**
 * What the tests speak with: {@link io.webrtc4j.sctp.testing.Pair} for two ends on a simulated
 * path, {@link io.webrtc4j.sctp.testing.Dialogue} for two ends that speak packet by packet.
 */
package io.webrtc4j.sctp.testing;
