/**
 * What an {@link io.webrtc4j.rtp.transport.RtpSession} is told and what it tells: configuration,
 * frames, events and counters, all of them values. Begin with {@link
 * io.webrtc4j.rtp.session.SectionConfig} and {@link io.webrtc4j.rtp.session.RtpEvent}.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.rtp.session;
