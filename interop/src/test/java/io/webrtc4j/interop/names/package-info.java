/**
 * Candidates with names instead of addresses, resolved by multicast DNS between the library and a
 * browser, in a network namespace of their own.
 *
 * <p>Begin with {@link io.webrtc4j.interop.names.NamesTest}.
 */
package io.webrtc4j.interop.names;
