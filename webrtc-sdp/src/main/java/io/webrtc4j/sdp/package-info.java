/**
 * Session descriptions (RFC 8866) as immutable values: {@link io.webrtc4j.sdp.SessionDescription}
 * is a list of lines and a list of media descriptions, each line is a record of what it means, and
 * the order is the list's.
 *
 * <p>May depend on webrtc-common only; knows nothing of offers, answers or transports. Begin with
 * {@code SessionDescription} and {@code Line}. A new attribute is a record like {@code
 * MidAttribute} and a line in {@code KnownAttributes}.
 *
 * <p>Writing what was parsed gives the same text. The exceptions are tolerated and written as they
 * should be: spaces beyond the one between two fields, leading zeros, line endings unlike the
 * first, a last line without an ending, empty lines at the end, empty parameters, capitals in a
 * DTLS role, and hexadecimal digits of both letter cases in one fingerprint.
 */
package io.webrtc4j.sdp;
