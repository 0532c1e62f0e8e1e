package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * Asks for a picture that can be decoded without those before it (RFC 4585 §6.3.1).
 *
 * @param senderSsrc the sender of this packet
 * @param mediaSsrc the source that is asked
 */
public record PictureLossIndication(long senderSsrc, long mediaSsrc) implements RtcpPacket {

  static PictureLossIndication parse(ByteReader body) throws DecodeException {
    return new PictureLossIndication(body.u32(), body.u32());
  }

  @Override
  public void write(ByteWriter writer) {
    int at =
        RtcpHeader.begin(
            writer, FeedbackFormat.PICTURE_LOSS_INDICATION, RtcpHeader.PAYLOAD_SPECIFIC_FEEDBACK);
    writer.u32(senderSsrc).u32(mediaSsrc);
    RtcpHeader.end(writer, at);
  }
}
