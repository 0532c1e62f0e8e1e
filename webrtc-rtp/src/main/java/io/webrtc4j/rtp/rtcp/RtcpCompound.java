package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The RTCP packets of one datagram (RFC 3550 §6.1), which need not begin with a report (RFC 5506).
 *
 * @param packets those that are understood
 * @param unknown how many were passed over because their type is not known here; APP is one
 * @param malformed how many were passed over because they are not what their type says
 */
public record RtcpCompound(List<RtcpPacket> packets, int unknown, int malformed) {

  /** Copies the list. */
  public RtcpCompound {
    packets = List.copyOf(packets);
  }

  /**
   * Reads the packets of a datagram, which must be decrypted.
   *
   * @throws DecodeException if it can't be divided into packets (RFC 3550 §A.2)
   */
  public static RtcpCompound parse(PacketBuffer datagram) throws DecodeException {
    ByteReader reader = new ByteReader(datagram);
    reader.require(1);
    List<RtcpPacket> packets = new ArrayList<>();
    int unknown = 0;
    int malformed = 0;
    while (reader.hasRemaining()) {
      RtcpHeader header = RtcpHeader.parse(reader);
      try {
        RtcpPacket packet = parse(header);
        if (packet == null) {
          unknown++;
        } else {
          packets.add(packet);
        }
      } catch (DecodeException e) {
        malformed++;
      }
    }
    return new RtcpCompound(packets, unknown, malformed);
  }

  /** Appends {@code packets} to {@code datagram}. */
  public static void write(List<? extends RtcpPacket> packets, PacketBuffer datagram) {
    ByteWriter writer = ByteWriter.into(datagram);
    packets.forEach(packet -> packet.write(writer));
  }

  private static @Nullable RtcpPacket parse(RtcpHeader header) throws DecodeException {
    ByteReader body = header.body();
    return switch (header.type()) {
      case RtcpHeader.SENDER_REPORT -> SenderReport.parse(header.count(), body);
      case RtcpHeader.RECEIVER_REPORT -> ReceiverReport.parse(header.count(), body);
      case RtcpHeader.SOURCE_DESCRIPTION -> SourceDescription.parse(header.count(), body);
      case RtcpHeader.GOODBYE -> Goodbye.parse(header.count(), body);
      case RtcpHeader.TRANSPORT_LAYER_FEEDBACK -> parseTransportLayer(header.count(), body);
      case RtcpHeader.PAYLOAD_SPECIFIC_FEEDBACK -> parsePayloadSpecific(header.count(), body);
      case RtcpHeader.EXTENDED_REPORT -> ExtendedReport.parse(body);
      default -> null;
    };
  }

  private static @Nullable RtcpPacket parseTransportLayer(int format, ByteReader body)
      throws DecodeException {
    return switch (format) {
      case FeedbackFormat.GENERIC_NACK -> GenericNack.parse(body);
      case FeedbackFormat.CONGESTION_CONTROL_FEEDBACK -> CongestionControlFeedback.parse(body);
      case FeedbackFormat.TRANSPORT_FEEDBACK -> TransportFeedback.parse(body);
      default -> null;
    };
  }

  private static @Nullable RtcpPacket parsePayloadSpecific(int format, ByteReader body)
      throws DecodeException {
    return switch (format) {
      case FeedbackFormat.PICTURE_LOSS_INDICATION -> PictureLossIndication.parse(body);
      case FeedbackFormat.FULL_INTRA_REQUEST -> FullIntraRequest.parse(body);
      case FeedbackFormat.APPLICATION_LAYER -> parseApplicationLayer(body);
      default -> null;
    };
  }

  /** Of application layer feedback, a word behind the SSRCs says whose it is. */
  private static @Nullable RtcpPacket parseApplicationLayer(ByteReader body)
      throws DecodeException {
    long senderSsrc = body.u32();
    body.u32();
    if (body.i32() != ReceiverEstimatedMaximumBitrate.UNIQUE_IDENTIFIER) {
      return null;
    }
    return ReceiverEstimatedMaximumBitrate.parse(senderSsrc, body);
  }
}
