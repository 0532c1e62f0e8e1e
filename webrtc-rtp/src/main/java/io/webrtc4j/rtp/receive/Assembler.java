package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.payload.Depacketizer;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the payloads of packets together by the formats of their codecs. */
final class Assembler {
  private final Function<RtpCodec, @Nullable Depacketizer> formats;
  private final Map<RtpCodec, Depacketizer> depacketizers = new HashMap<>();

  /** With depacketizers by codec; null of one whose format is not known. */
  Assembler(Function<RtpCodec, @Nullable Depacketizer> formats) {
    this.formats = formats;
  }

  /** Whether frames of this codec can be put together. */
  boolean knows(RtpCodec codec) {
    return depacketizer(codec) != null;
  }

  private @Nullable Depacketizer depacketizer(RtpCodec codec) {
    return depacketizers.computeIfAbsent(codec, formats);
  }

  /** Whether a frame can begin with this packet. */
  boolean canBegin(BufferedPacket packet) {
    Depacketizer depacketizer = packet.codec() == null ? null : depacketizer(packet.codec());
    return depacketizer != null
        && depacketizer.canBeginFrame(packet.payload(), 0, packet.payload().length);
  }

  /**
   * The frame whose packets are these.
   *
   * @param start the index of its first packet
   * @param end the index after its last packet, or after fillers behind it
   * @return null if a payload is malformed, or they are no frame together
   */
  @Nullable Assembly assemble(PacketWindow window, long start, long end) {
    BufferedPacket first = window.get(start);
    RtpCodec codec = first == null ? null : first.codec();
    Depacketizer depacketizer = codec == null ? null : depacketizer(codec);
    if (first == null || codec == null || depacketizer == null) {
      return null;
    }
    depacketizer.begin();
    BufferedPacket last = first;
    long firstReceived = first.received();
    long lastReceived = first.received();
    int packets = 0;
    try {
      for (long i = start; i < end; i++) {
        BufferedPacket packet = window.get(i);
        if (packet == null || packet.isFiller()) {
          continue;
        }
        if (!codec.equals(packet.codec())) {
          return null;
        }
        depacketizer.add(packet.payload(), 0, packet.payload().length);
        last = packet;
        packets++;
        firstReceived = Math.min(firstReceived, packet.received());
        lastReceived = Math.max(lastReceived, packet.received());
      }
      byte[] data = depacketizer.end();
      return new Assembly(
          data,
          depacketizer.isKeyFrame(),
          codec,
          first.timestamp(),
          last.marker(),
          packets,
          firstReceived,
          lastReceived);
    } catch (DecodeException malformed) {
      return null;
    }
  }
}
