/**
 * Building blocks that every protocol module shares: {@link io.webrtc4j.common.PacketBuffer},
 * {@link io.webrtc4j.common.ByteReader} and {@link io.webrtc4j.common.ByteWriter}, {@link
 * io.webrtc4j.common.Deadline}, {@link io.webrtc4j.common.SerialNumber}.
 *
 * <p>May depend on the JDK and on nothing else, ever. Something used by one protocol only belongs
 * to that protocol's module. Begin with {@code PacketBuffer}, which says who owns bytes.
 */
package io.webrtc4j.common;
