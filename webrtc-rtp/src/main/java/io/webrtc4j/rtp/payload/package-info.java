/**
 * How the frames of each codec lie in RTP payloads: packetizers, depacketizers and what they know
 * of key frames; redundant data (RED) and the dependency descriptor beside them. Depends on
 * webrtc-common alone. Begin with {@link io.webrtc4j.rtp.payload.PayloadFormat}.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.rtp.payload;
