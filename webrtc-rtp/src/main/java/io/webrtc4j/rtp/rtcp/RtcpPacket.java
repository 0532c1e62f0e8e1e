package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteWriter;

/** One RTCP packet, of several in a compound packet perhaps. */
public sealed interface RtcpPacket
    permits SenderReport,
        ReceiverReport,
        SourceDescription,
        Goodbye,
        GenericNack,
        PictureLossIndication,
        FullIntraRequest,
        ReceiverEstimatedMaximumBitrate,
        TransportFeedback,
        CongestionControlFeedback,
        ExtendedReport {

  /** Appends the packet. */
  void write(ByteWriter writer);
}
