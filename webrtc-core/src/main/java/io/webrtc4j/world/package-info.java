/**
 * What a peer needs from outside: loops with a clock, UDP ports, the addresses of this machine, the
 * date and chance. Interfaces alone; {@code io.webrtc4j.netty} implements them for the machine, the
 * testkit for a virtual network.
 *
 * <p>May depend on webrtc-common. Exported to the testkit alone. Begin with {@link
 * io.webrtc4j.world.World}.
 */
package io.webrtc4j.world;
