package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes payloads out of packets and puts those that are part of a frame into the buffer. */
final class PayloadIntake {
  private final FrameBuffer buffer;
  private final Assembler assembler;
  private final Tally tally;

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
    List<RedundantPayload.Block> blocks;
    try {
      blocks = RedundantPayload.parse(packet.array(), packet.payloadStart(), packet.payloadEnd());
    } catch (DecodeException malformed) {
      tally.malformed++;
      buffer.lost(part.index(), part.received());
      return;
    }
    int older = blocks.size() - 1;
    if (buffer instanceof AudioBuffer audio) {
      for (int i = 0; i < older; i++) {
        fill(audio, part.index() - older + i, part, blocks.get(i), packet, codecs);
      }
    }
    RedundantPayload.Block own = blocks.get(older);
    CodecTable.Entry entry = codecs.get(own.payloadType());
    if (entry == null) {
      tally.unknownPayloadTypes++;
      insert(part.filler());
    } else {
      take(entry, packet.array(), own.start(), own.end(), part);
    }
  }

  /** Uses an older payload if its packet is lacking. */
  private void fill(
      AudioBuffer audio,
      long index,
      Part newer,
      RedundantPayload.Block block,
      RtpPacket packet,
      CodecTable codecs) {
    long timestamp = newer.timestamp() - block.timestampOffset();
    @Nullable RtpCodec codec = mediaCodec(codecs, block);
    if (codec != null && audio.lacks(index, timestamp) && assembler.knows(codec)) {
      byte[] payload = Arrays.copyOfRange(packet.array(), block.start(), block.end());
      Part part = new Part(index, timestamp, false, newer.received());
      if (audio.fill(part.with(codec, payload), newer.received())) {
        tally.redundantFrames++;
      }
    }
  }

  private static @Nullable RtpCodec mediaCodec(CodecTable codecs, RedundantPayload.Block block) {
    CodecTable.Entry entry = codecs.get(block.payloadType());
    if (entry == null || entry.kind() != CodecTable.Kind.MEDIA || block.start() == block.end()) {
      return null;
    }
    return entry.codec();
  }
}
