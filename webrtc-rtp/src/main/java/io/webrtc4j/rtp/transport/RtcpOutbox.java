package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import java.util.ArrayDeque;
import java.util.List;

/** RTCP datagrams that are ready. If nobody polls, the oldest are dropped. */
final class RtcpOutbox {
  static final int MAX_DATAGRAMS = 64;

  /** 1200 less what SRTCP adds: AEAD_AES_128_GCM's tag and its index (RFC 7714 §9). */
  static final int MAX_LENGTH = 1200 - 20;

  private final ArrayDeque<byte[]> datagrams = new ArrayDeque<>();

  /**
   * Adds packets in as few datagrams as they fit.
   *
   * @param head what each datagram begins with
   */
  void add(List<? extends RtcpPacket> head, List<? extends RtcpPacket> packets) {
    byte[] begin = bytes(head);
    ByteWriter datagram = ByteWriter.growing().bytes(begin);
    for (RtcpPacket packet : packets) {
      byte[] next = bytes(List.of(packet));
      if (datagram.length() > begin.length && datagram.length() + next.length > MAX_LENGTH) {
        add(datagram.toByteArray());
        datagram = ByteWriter.growing().bytes(begin);
      }
      datagram.bytes(next);
    }
    add(datagram.toByteArray());
  }

  private void add(byte[] datagram) {
    if (datagrams.size() == MAX_DATAGRAMS) {
      datagrams.remove();
    }
    datagrams.add(datagram);
  }

  private static byte[] bytes(List<? extends RtcpPacket> packets) {
    ByteWriter writer = ByteWriter.growing();
    packets.forEach(packet -> packet.write(writer));
    return writer.toByteArray();
  }

  boolean poll(PacketBuffer out) {
    byte[] datagram = datagrams.poll();
    if (datagram != null) {
      out.put(datagram);
    }
    return datagram != null;
  }
}
