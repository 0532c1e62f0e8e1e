package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.payload.RedPayload;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.Arrays;

/** Takes payloads out of packets and puts those that are part of a frame into the buffer. */
final class PayloadIntake {
  private final FrameBuffer buffer;
  private final Assembler assembler;
  private final Tally tally;
  private final RedPayload red = new RedPayload();

  PayloadIntake(FrameBuffer buffer, Assembler assembler, Tally tally) {
    this.buffer = buffer;
    this.assembler = assembler;
    this.tally = tally;
  }

  /**
   * Takes a packet that has not come before.
   *
   * @param timestamp unwrapped
   */
  void take(RtpPacket packet, CodecTable codecs, long index, long timestamp, long now) {
    CodecTable.Entry entry = codecs.get(packet.payloadType());
    Part part = new Part(index, timestamp, packet.marker(), now);
    if (packet.payloadLength() == 0 || entry == null) {
      insert(part.filler());
    } else if (entry.kind() == CodecTable.Kind.REDUNDANT) {
      takeRedundant(packet, codecs, part);
    } else {
      take(entry, packet.array(), packet.payloadStart(), packet.payloadEnd(), part);
    }
  }

  /** What a payload's packet says of it. */
  private record Part(long index, long timestamp, boolean marker, long received) {
    BufferedPacket filler() {
      return BufferedPacket.filler(index, timestamp, received);
    }

    BufferedPacket with(RtpCodec codec, byte[] payload) {
      return new BufferedPacket(index, timestamp, marker, codec, payload, received);
    }
  }

  private void take(CodecTable.Entry entry, byte[] array, int start, int end, Part part) {
    if (entry.kind() == CodecTable.Kind.ERROR_CORRECTION) {
      tally.fecPackets++;
      tally.fecBytes += end - start;
    }
    if (entry.kind() == CodecTable.Kind.MEDIA && start < end && assembler.knows(entry.codec())) {
      insert(part.with(entry.codec(), Arrays.copyOfRange(array, start, end)));
    } else {
      insert(part.filler());
    }
  }

  private void insert(BufferedPacket packet) {
    if (!buffer.insert(packet, packet.received())) {
      tally.discarded++;
    }
  }

  private void takeRedundant(RtpPacket packet, CodecTable codecs, Part part) {
    try {
      overRedundant(packet);
      int older = -1;
      while (red.next()) {
        older++;
      }
      overRedundant(packet);
      for (; red.next() && !red.isPrimary(); older--) {
        fill(packet.array(), codecs, part, part.index() - older);
      }
    } catch (DecodeException malformed) {
      tally.malformed++;
      buffer.lost(part.index(), part.received());
      return;
    }
    CodecTable.Entry entry = codecs.get(red.payloadType());
    if (entry == null || entry.kind() == CodecTable.Kind.REDUNDANT) {
      tally.unknownPayloadTypes++;
      insert(part.filler());
    } else {
      take(entry, packet.array(), red.start(), red.end(), part);
    }
  }

  private void overRedundant(RtpPacket packet) throws DecodeException {
    red.over(packet.array(), packet.payloadStart(), packet.payloadEnd());
  }

  /** Uses an older block if its packet is lacking. */
  private void fill(byte[] array, CodecTable codecs, Part newer, long index) {
    CodecTable.Entry entry = codecs.get(red.payloadType());
    long timestamp = newer.timestamp() - red.timestampOffset();
    if (buffer instanceof AudioBuffer audio
        && entry != null
        && entry.kind() == CodecTable.Kind.MEDIA
        && red.start() < red.end()
        && assembler.knows(entry.codec())
        && audio.lacks(index, timestamp)) {
      byte[] payload = Arrays.copyOfRange(array, red.start(), red.end());
      Part part = new Part(index, timestamp, false, newer.received());
      if (audio.fill(part.with(entry.codec(), payload), newer.received())) {
        tally.redundantFrames++;
      }
    }
  }
}
