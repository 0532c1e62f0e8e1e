package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.fuzz.Guard;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.rtp.ExtensionForm;
import io.webrtc4j.rtp.HeaderExtensions;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.RtpWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** RTP packets and their header extensions: read, written and read again. */
public final class RtpTarget implements Target {
  private static final byte[] HEADER = Growing.bytes(0x90, 0x60, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
  private static final byte[] ONE_BYTE = Growing.bytes(0xbe, 0xde, 0, 0);
  private static final byte[] TWO_BYTE = Growing.bytes(0x10, 0, 0, 0);

  @Override
  public String name() {
    return "rtp";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    RtpPacket packet = new RtpPacket().over(PacketBuffer.wrap(input));
    PacketBuffer written = PacketBuffer.allocate(2 * Guard.MAX_INPUT, 0);
    write(packet, written);
    RtpPacket again = new RtpPacket().over(written);
    if (!again.toString().equals(packet.toString())
        || again.csrcCount() != packet.csrcCount()
        || !Arrays.equals(payload(packet), payload(again))
        || !isSame(packet.extensions(), again.extensions())) {
      throw new IllegalStateException(packet + " is read again as " + again);
    }
  }

  private static void write(RtpPacket packet, PacketBuffer target) {
    RtpWriter writer =
        new RtpWriter()
            .begin(
                target,
                packet.marker(),
                packet.payloadType(),
                packet.sequenceNumber(),
                packet.timestamp(),
                packet.ssrc());
    for (int i = 0; i < packet.csrcCount(); i++) {
      writer.csrc(packet.csrc(i));
    }
    HeaderExtensions extensions = packet.extensions();
    ExtensionForm form = extensions.form();
    if (form != null) {
      writer.extensions(form);
      while (extensions.next()) {
        writer.extension(
            extensions.id(), extensions.array(), extensions.start(), extensions.length());
      }
    }
    writer.endHeader();
    target.put(packet.array(), packet.payloadStart(), packet.payloadLength());
    if (packet.paddingLength() > 0) {
      writer.padding(packet.paddingLength());
    }
  }

  private static byte[] payload(RtpPacket packet) {
    return Arrays.copyOfRange(packet.array(), packet.payloadStart(), packet.payloadEnd());
  }

  private static boolean isSame(HeaderExtensions first, HeaderExtensions second) {
    while (first.next()) {
      if (!second.next()
          || first.id() != second.id()
          || first.length() != second.length()
          || first.number() != second.number()) {
        return false;
      }
    }
    return !second.next();
  }

  @Override
  public long allocationLimit(byte[] input) {
    // It is written into a buffer that takes any packet.
    return 2 * Guard.MAX_INPUT + ALLOCATION_FACTOR * input.length;
  }

  @Override
  public List<byte[]> seeds() {
    PacketBuffer packet = PacketBuffer.allocate(200, 0);
    RtpWriter writer = new RtpWriter().begin(packet, true, 96, 7, 8, 9).csrc(10);
    writer.extensions(ExtensionForm.ONE_BYTE).extension(1, 2, 3).extension(14, 5, 1).endHeader();
    packet.put(new byte[20]);
    writer.padding(4);
    byte[] oneByte = packet.toByteArray();
    packet.clear();
    writer.begin(packet, false, 111, 1, 2, 3).extensions(ExtensionForm.TWO_BYTE);
    writer.extension(200, 0, 0).extension(3, 4, 8).endHeader();
    packet.put(new byte[10]);
    return List.of(oneByte, packet.toByteArray());
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "payload", size -> Arrays.copyOf(seeds().get(1), size),
        "short extensions", size -> extended(ONE_BYTE, Growing.bytes(0x10, 0xff), size),
        "empty extensions", size -> extended(TWO_BYTE, Growing.bytes(1, 0), size),
        "padding in extensions", size -> extended(TWO_BYTE, new byte[4], size));
  }

  private static byte[] extended(byte[] form, byte[] element, int size) {
    byte[] head = Arrays.copyOf(HEADER, HEADER.length + form.length);
    System.arraycopy(form, 0, head, HEADER.length, form.length);
    byte[] packet = Growing.repeated(head, element, size & ~3);
    return Growing.with16(packet, HEADER.length + 2, (packet.length - head.length) / 4);
  }
}
