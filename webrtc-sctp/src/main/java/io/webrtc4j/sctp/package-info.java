/**
 * Data channels (RFC 8831, RFC 8832) over one SCTP association (RFC 9260, with partial reliability,
 * RFC 3758, and stream reset, RFC 6525), without I/O.
 *
 * <p>Begin with {@link io.webrtc4j.sctp.DataChannelTransport}: everything that a caller needs is in
 * this package, and nothing else is exported. Below it lie the association, its receiving and its
 * sending half, and the packets. Depends on webrtc-common alone.
 */
package io.webrtc4j.sctp;
