/**
 * How the frames of each codec lie in RTP payloads: packetizers, depacketizers and what they know
 * of key frames. Begin with {@link io.webrtc4j.rtp.payload.Packetizer} and {@link
 * io.webrtc4j.rtp.payload.Depacketizer}.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.rtp.payload;
