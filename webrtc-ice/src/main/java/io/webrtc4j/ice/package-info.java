/**
 * An ICE agent (RFC 8445) over UDP host candidates, with trickle (RFC 8838), consent freshness (RFC
 * 7675) and patience (RFC 8863), and without sockets, clock or threads.
 *
 * <p>May depend on {@code io.webrtc4j.common} and on the STUN codec in {@code
 * io.webrtc4j.ice.stun}. Begin with {@link io.webrtc4j.ice.IceAgent}: its javadoc says how it is
 * driven, its fields are the parts in the order in which RFC 8445 tells of them.
 */
package io.webrtc4j.ice;
