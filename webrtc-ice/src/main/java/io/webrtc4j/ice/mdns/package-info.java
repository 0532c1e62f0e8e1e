/**
 * Multicast DNS (RFC 6762) for the names behind which ICE candidates hide addresses
 * (draft-ietf-mmusic-mdns-ice-candidates): asks for those of peers and answers for ours, without
 * sockets, clock or threads.
 *
 * <p>May depend on {@code io.webrtc4j.common} and on the messages in {@code
 * io.webrtc4j.ice.mdns.message}. Begin with {@link io.webrtc4j.ice.mdns.MulticastDns}.
 */
package io.webrtc4j.ice.mdns;
