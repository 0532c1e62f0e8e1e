/**
 * The media part of one media section (RFC 9429 §5.2, §5.3, §5.11): codecs with their payload
 * types, retransmission and redundancy, header extensions, feedback, simulcast, {@code msid} and
 * {@code ssrc} lines. Pure functions on immutable values; ports, directions, ICE and DTLS lines are
 * the session's, which is one package up.
 *
 * <p>May depend on webrtc-sdp and the JDK only; the package above may depend on this one, not the
 * other way round. Begin with {@code MediaSections}, then {@code OfferedMedia} (what goes in) and
 * {@code MediaParameters} (what was agreed on).
 */
package io.webrtc4j.jsep.media;
