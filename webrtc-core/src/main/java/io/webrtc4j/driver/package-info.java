/**
 * Drives one {@link io.webrtc4j.session.PeerSession}: reads the clock, feeds it datagrams, commands
 * and time, and sends what it has to say, in batches. Gathers its local addresses.
 *
 * <p>May depend on {@code io.webrtc4j.session} and {@code io.webrtc4j.world}; so the same code runs
 * on sockets and in virtual time. Begin with {@link io.webrtc4j.driver.PeerDriver}.
 */
package io.webrtc4j.driver;
