package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.rtcp.ExtendedReport;
import io.webrtc4j.rtp.rtcp.FullIntraRequest;
import io.webrtc4j.rtp.rtcp.GenericNack;
import io.webrtc4j.rtp.rtcp.Goodbye;
import io.webrtc4j.rtp.rtcp.PictureLossIndication;
import io.webrtc4j.rtp.rtcp.ReceiverEstimatedMaximumBitrate;
import io.webrtc4j.rtp.rtcp.ReceiverReport;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.rtcp.RtcpCompound;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.rtcp.SenderReport;
import io.webrtc4j.rtp.rtcp.SourceDescription;
import io.webrtc4j.rtp.rtcp.TransportFeedback;
import io.webrtc4j.rtp.send.SendStream;
import io.webrtc4j.rtp.session.RtpDropReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the peer's RTCP apart and tells whom it concerns (RFC 9143 §9.2): reports and feedback the
 * stream of ours that they are about, the rest the source that they are from.
 */
final class ControlReader {
  private final Sending sending;
  private final Receiving receiving;
  private final Reports reports;
  private final DropCounters dropped;
  private final LossMeter losses;

  ControlReader(Sending sending, Receiving receiving, Reports reports, DropCounters dropped) {
    this.sending = sending;
    this.receiving = receiving;
    this.reports = reports;
    this.dropped = dropped;
    this.losses = new LossMeter(sending);
  }

  void handle(PacketBuffer datagram, long now) {
    RtcpCompound compound;
    try {
      compound = RtcpCompound.parse(datagram);
    } catch (DecodeException e) {
      dropped.count(RtpDropReason.MALFORMED_RTCP);
      return;
    }
    dropped.count(RtpDropReason.MALFORMED_RTCP, compound.malformed());
    dropped.count(RtpDropReason.UNKNOWN_RTCP, compound.unknown());
    // RFC 9143 §9.2: descriptions first, since they may tell whom the rest concerns.
    compound.packets().forEach(this::handleDescription);
    compound.packets().forEach(packet -> handle(packet, now));
  }

  private void handleDescription(RtcpPacket packet) {
    if (packet instanceof SourceDescription description) {
      for (SourceDescription.Chunk chunk : description.chunks()) {
        for (SourceDescription.Item item : chunk.items()) {
          if (item.type() == Reports.MID_ITEM && !sending.isOurs(chunk.ssrc())) {
            receiving.handleMid(chunk.ssrc(), item.text());
          }
        }
      }
    }
  }

  private void handle(RtcpPacket packet, long now) {
    if (packet instanceof SenderReport report) {
      handleSenderReport(report, now);
    } else if (packet instanceof ReceiverReport report) {
      handleBlocks(report.reports(), now);
    } else if (packet instanceof Goodbye goodbye) {
      goodbye.ssrcs().forEach(ssrc -> receiving.handleGoodbye(ssrc, now));
    } else if (packet instanceof ExtendedReport report) {
      handleExtendedReport(report, now);
    } else if (packet instanceof TransportFeedback feedback) {
      sending.estimator().handleFeedback(feedback, now);
    } else if (packet instanceof ReceiverEstimatedMaximumBitrate estimate) {
      sending.estimator().handlePeerEstimate(estimate.bitsPerSecond(), now);
    } else {
      handleFeedback(packet, now);
    }
  }

  private void handleSenderReport(SenderReport report, long now) {
    Source source = receiving.sources().get(report.ssrc());
    Received media = source == null ? null : source.media();
    if (media != null) {
      media.handleSenderReport(report, now);
    }
    handleBlocks(report.reports(), now);
  }

  private void handleBlocks(List<ReportBlock> blocks, long now) {
    for (ReportBlock block : blocks) {
      SendStream stream = sending.stream(block.ssrc());
      if (stream == null) {
        countUnlessOurs(block.ssrc());
      } else if (stream.handleReport(block, now)) {
        receiving.roundTripTime(stream.roundTripTime());
      }
    }
    losses.add(blocks, now);
  }

  private void handleExtendedReport(ExtendedReport report, long now) {
    for (ExtendedReport.Block block : report.blocks()) {
      if (block instanceof ExtendedReport.ReceiverReferenceTime time) {
        reports.handleReferenceTime(report.ssrc(), time.ntpTimestamp(), now);
      }
    }
  }

  private void handleFeedback(RtcpPacket packet, long now) {
    if (packet instanceof GenericNack nack) {
      SendStream stream = stream(nack.mediaSsrc());
      if (stream != null) {
        stream.handleNack(nack, sending.pacer(), now);
      }
    } else if (packet instanceof PictureLossIndication loss) {
      SendStream stream = stream(loss.mediaSsrc());
      if (stream != null) {
        stream.handlePictureLoss();
      }
    } else if (packet instanceof FullIntraRequest request) {
      for (FullIntraRequest.Request one : request.requests()) {
        SendStream stream = stream(one.ssrc());
        if (stream != null) {
          stream.handleFullIntraRequest(request.senderSsrc(), one);
        }
      }
    }
  }

  private @Nullable SendStream stream(long ssrc) {
    SendStream stream = sending.stream(ssrc);
    if (stream == null) {
      countUnlessOurs(ssrc);
    }
    return stream;
  }

  /** What concerns our retransmissions is true, but of no use. */
  private void countUnlessOurs(long ssrc) {
    if (!sending.isOurs(ssrc)) {
      dropped.count(RtpDropReason.FOREIGN_RTCP);
    }
  }
}
