package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks sources for a key frame (RFC 5104 §4.3.1).
 *
 * @param senderSsrc the sender of this packet
 * @param requests who is asked
 */
public record FullIntraRequest(long senderSsrc, List<Request> requests) implements RtcpPacket {
  private static final int UNUSED_MEDIA_SSRC = 0;
  private static final int RESERVED_LENGTH = 3;
  private static final int MAX_REQUESTS = (Checks.MAX_U16 - 2) / 2;

  /** Copies the list. */
  public FullIntraRequest {
    Checks.atMost("requests", requests.size(), MAX_REQUESTS);
    requests = List.copyOf(requests);
  }

  /**
   * One source that is asked.
   *
   * @param ssrc the source
   * @param sequenceNumber 0 to 255, one higher with each new request to it; the same if it is
   *     repeated
   */
  public record Request(long ssrc, int sequenceNumber) {
    /** Checks the sequence number. */
    public Request {
      Checks.range("a request's sequence number", sequenceNumber, Checks.MAX_U8);
    }
  }

  static FullIntraRequest parse(ByteReader body) throws DecodeException {
    long senderSsrc = body.u32();
    body.u32();
    List<Request> requests = new ArrayList<>();
    while (body.hasRemaining()) {
      requests.add(new Request(body.u32(), body.u8()));
      body.skip(RESERVED_LENGTH);
    }
    return new FullIntraRequest(senderSsrc, requests);
  }

  @Override
  public void write(ByteWriter writer) {
    int at =
        RtcpHeader.begin(
            writer, FeedbackFormat.FULL_INTRA_REQUEST, RtcpHeader.PAYLOAD_SPECIFIC_FEEDBACK);
    writer.u32(senderSsrc).u32(UNUSED_MEDIA_SSRC);
    requests.forEach(
        request -> writer.u32(request.ssrc).u8(request.sequenceNumber).zeros(RESERVED_LENGTH));
    RtcpHeader.end(writer, at);
  }
}
