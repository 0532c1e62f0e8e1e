package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.session.ReceiveCounters;

/** What {@link ReceiveCounters} will tell, while it is counted. */
final class Tally {
  long packets;
  long discarded;
  long bytes;
  long headerBytes;
  long retransmittedPackets;
  long retransmittedBytes;
  long fecPackets;
  long fecBytes;
  long redundantFrames;
  long unknownPayloadTypes;
  long malformed;
  long nacks;
  long frames;
  long keyFrames;
  long framesDropped;
  long framesOfSeveral;
  long assemblyTime;
  long bufferDelay;
  long bufferTargetDelay;
  long bufferMinimumDelay;
  long lastPacket = Deadline.NEVER;

  void packet(RtpPacket packet, long now) {
    packets++;
    bytes += packet.payloadLength();
    headerBytes += packet.headerLength() + packet.paddingLength();
    lastPacket = now;
  }

  void frame(Assembly frame, long released, long target, long minimum) {
    frames++;
    keyFrames += frame.keyFrame() ? 1 : 0;
    if (frame.packets() > 1) {
      framesOfSeveral++;
      assemblyTime += frame.lastReceived() - frame.firstReceived();
    }
    bufferDelay += released - frame.firstReceived();
    bufferTargetDelay += target;
    bufferMinimumDelay += minimum;
  }

  ReceiveCounters counters(ReceptionStatistics statistics, KeyFrameRequests requests) {
    return new ReceiveCounters(
        packets,
        statistics.lost(),
        statistics.jitterNanos(),
        discarded,
        bytes,
        headerBytes,
        retransmittedPackets,
        retransmittedBytes,
        fecPackets,
        fecBytes,
        redundantFrames,
        unknownPayloadTypes,
        malformed,
        nacks,
        requests.pliCount(),
        requests.firCount(),
        frames,
        keyFrames,
        framesDropped,
        framesOfSeveral,
        assemblyTime,
        bufferDelay,
        bufferTargetDelay,
        bufferMinimumDelay,
        frames,
        lastPacket);
  }
}
