package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * How RTCP is used (W3C WebRTC §5.2.8).
 *
 * @param cname the canonical name that a sender gives itself; null for receivers
 * @param reducedSize whether packets may be of reduced size (RFC 5506) instead of compound ones
 */
public record RTCRtcpParameters(@Nullable String cname, boolean reducedSize) {}
