/**
 * The protocol of data channels: payload protocol identifiers, DCEP messages, stream identifiers
 * (RFC 8831, RFC 8832).
 *
 * <p>Depends on webrtc-common alone. Begin with {@link io.webrtc4j.sctp.datachannel.DcepMessage};
 * what is done with it is in {@code io.webrtc4j.sctp}.
 */
package io.webrtc4j.sctp.datachannel;
