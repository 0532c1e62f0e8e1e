package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.RtpWriter;
import java.util.ArrayList;
import java.util.List;

/** Makes the packets of a source, in frames that say their number. */
final class TestSource {
  static final long SSRC = 0x11223344L;
  static final long RTX_SSRC = 0x55667788L;

  private static final int MAX_LENGTH = 1500;

  private int sequenceNumber;
  private int rtxSequenceNumber = 7;
  private int frames;

  TestSource(int sequenceNumber) {
    this.sequenceNumber = sequenceNumber;
  }

  /** The next frame's packets. */
  List<byte[]> frame(boolean key, int packets, long timestamp) {
    return frame(key ? TestFormat.KEY : 0, packets, timestamp);
  }

  List<byte[]> frame(int flags, int packets, long timestamp) {
    int number = frames++;
    List<byte[]> made = new ArrayList<>();
    for (int i = 0; i < packets; i++) {
      int head = flags | (i == 0 ? TestFormat.BEGIN : 0);
      byte[] payload = {(byte) head, (byte) (number >> 8), (byte) number, (byte) i};
      made.add(packet(TestFormat.PAYLOAD_TYPE, i == packets - 1, timestamp, payload));
    }
    return made;
  }

  /** The number of a frame that {@link #frame} made. */
  static int number(byte[] frame) {
    return (frame[0] & 0xff) << 8 | (frame[1] & 0xff);
  }

  /** The next packet, with any payload. */
  byte[] packet(int payloadType, boolean marker, long timestamp, byte... payload) {
    return write(payloadType, marker, sequenceNumber++, timestamp, SSRC, payload, 0);
  }

  /** The next packet, of padding alone. */
  byte[] padding(long timestamp, int length) {
    return write(
        TestFormat.PAYLOAD_TYPE, false, sequenceNumber++, timestamp, SSRC, new byte[0], length);
  }

  /** A retransmission of a packet (RFC 4588 §4). */
  byte[] retransmission(byte[] original) {
    RtpPacket packet = view(original);
    byte[] payload = new byte[2 + packet.payloadLength()];
    payload[0] = (byte) (packet.sequenceNumber() >> 8);
    payload[1] = (byte) packet.sequenceNumber();
    System.arraycopy(packet.array(), packet.payloadStart(), payload, 2, packet.payloadLength());
    return write(
        TestFormat.RTX_PAYLOAD_TYPE,
        packet.marker(),
        rtxSequenceNumber++,
        packet.timestamp(),
        RTX_SSRC,
        payload,
        0);
  }

  /** A retransmission packet of padding alone. */
  byte[] retransmittedPadding(int length) {
    return write(
        TestFormat.RTX_PAYLOAD_TYPE, false, rtxSequenceNumber++, 0, RTX_SSRC, new byte[0], length);
  }

  /** The next packet gets this number. */
  void goOnAt(int sequenceNumber) {
    this.sequenceNumber = sequenceNumber;
  }

  private static byte[] write(
      int payloadType,
      boolean marker,
      int sequenceNumber,
      long timestamp,
      long ssrc,
      byte[] payload,
      int padding) {
    PacketBuffer packet = PacketBuffer.allocate(MAX_LENGTH, 0);
    RtpWriter writer = new RtpWriter();
    writer.begin(packet, marker, payloadType, sequenceNumber, timestamp, ssrc).endHeader();
    packet.put(payload);
    if (padding > 0) {
      writer.padding(padding);
    }
    return packet.toByteArray();
  }

  static RtpPacket view(byte[] packet) {
    try {
      return new RtpPacket().over(PacketBuffer.wrap(packet));
    } catch (DecodeException e) {
      throw new AssertionError(e);
    }
  }
}
