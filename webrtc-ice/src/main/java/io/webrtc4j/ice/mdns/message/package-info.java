/**
 * DNS messages (RFC 1035 §4) as far as Multicast DNS uses them (RFC 6762 §18): a record for each
 * part, with its reader and writer.
 *
 * <p>May depend on {@code io.webrtc4j.common}. Begin with {@link
 * io.webrtc4j.ice.mdns.message.DnsMessage}.
 */
package io.webrtc4j.ice.mdns.message;
