package io.webrtc4j.rtp.session;

/**
 * A frame to be sent.
 *
 * @param data as its encoder gave it; belongs to the session from now on
 * @param timestamp in ticks of the codec's clock rate, of which the low 32 bits count. It may begin
 *     anywhere; the stream adds an offset of its own
 * @param payloadType which of the section's codecs it is of
 * @param marker for audio, whether it is the first after a silence; of no meaning for video
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record OutgoingFrame(byte[] data, long timestamp, int payloadType, boolean marker) {}
