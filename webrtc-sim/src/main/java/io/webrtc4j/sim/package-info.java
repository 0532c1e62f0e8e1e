/**
 * Virtual time and seeded links: two engines that know no clock and no socket exchange packets over
 * {@link io.webrtc4j.sim.SimulatedLink}s that lose, reorder, duplicate and delay, and thousands of
 * virtual seconds pass in one real one.
 *
 * <p>Depends on webrtc-common. The protocol modules use it in test scope. Begin with {@link
 * io.webrtc4j.sim.TwoPeers}; {@link io.webrtc4j.sim.Seeds} runs a scenario from many seeds and says
 * which one failed.
 */
package io.webrtc4j.sim;
