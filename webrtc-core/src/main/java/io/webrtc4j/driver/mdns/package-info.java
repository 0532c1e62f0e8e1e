/**
 * Multicast DNS of one world, which all its connections share: a socket and an engine for each link
 * that is in use, opened when a connection needs them and closed when none does.
 *
 * <p>May depend on {@code io.webrtc4j.ice.mdns} and {@code io.webrtc4j.world}. Begin with {@link
 * io.webrtc4j.driver.mdns.MulticastDnsDriver}.
 */
package io.webrtc4j.driver.mdns;
