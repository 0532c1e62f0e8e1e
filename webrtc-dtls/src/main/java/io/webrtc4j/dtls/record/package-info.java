/**
 * The record layer (RFC 6347 §4.1): headers, epochs and sequence numbers, protection, the replay
 * window, alerts. Begin with {@link io.webrtc4j.dtls.record.RecordLayer}.
 *
 * <p>Depends on {@code crypto} and webrtc-common, and knows nothing of handshakes.
 */
package io.webrtc4j.dtls.record;
