package io.webrtc4j.rtp.send;

import io.webrtc4j.rtp.session.RtpCodec;

/**
 * A packet that is ready, but for what is known only when it goes out.
 *
 * @param stream whose packet it is
 * @param codec what its payload is of
 * @param sequenceNumber of the media, also where it is sent again
 * @param timestamp as sent; the low 32 bits count
 * @param payload not to be changed
 * @param ends what ends with it
 * @param isRetransmission whether it is sent again, on the source for that (RFC 4588)
 * @param queued when it was given to the pacer
 */
@SuppressWarnings("ArrayRecordComponent") // Written, never compared.
public record OutgoingPacket(
    SendStream stream,
    RtpCodec codec,
    int sequenceNumber,
    long timestamp,
    boolean marker,
    byte[] payload,
    Ends ends,
    boolean isRetransmission,
    long queued) {

  /** What a packet is the last of. */
  enum Ends {
    NOTHING,
    FRAME,
    KEY_FRAME
  }

  /** This packet as a retransmission. */
  OutgoingPacket again(long now) {
    return new OutgoingPacket(
        stream, codec, sequenceNumber, timestamp, marker, payload, Ends.NOTHING, true, now);
  }
}
