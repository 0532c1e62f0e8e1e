package io.webrtc4j.rtp.session;

import org.jspecify.annotations.Nullable;

/**
 * One version of a medium that is sent.
 *
 * @param rid its name (RFC 8851), or null for the only one
 * @param ssrc of the media, 0 to 2^32-1
 * @param rtxSsrc of its retransmissions
 * @param active whether anything is sent at present
 */
public record SendStreamConfig(@Nullable String rid, long ssrc, long rtxSsrc, boolean active) {}
