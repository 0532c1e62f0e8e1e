package io.webrtc4j.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RtpPropertiesTest {

  @Property
  void whatIsWrittenIsRead(
      @ForAll boolean marker,
      @ForAll @IntRange(max = 127) int payloadType,
      @ForAll int numbers,
      @ForAll @IntRange(max = 15) int csrcs,
      @ForAll ExtensionForm form,
      @ForAll long seed,
      @ForAll @Size(max = 300) byte[] payload,
      @ForAll @IntRange(max = 255) int padding)
      throws DecodeException {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> values = new ArrayList<>();
    PacketBuffer buffer = PacketBuffer.allocate(4000, 3);
    RtpWriter writer =
        new RtpWriter().begin(buffer, marker, payloadType, numbers, numbers, numbers);
    for (int i = 0; i < csrcs; i++) {
      writer.csrc(numbers + i);
    }
    writer.extensions(form);
    for (int i = random.nextInt(10); i > 0; i--) {
      byte[] value = new byte[1 + random.nextInt(16)];
      random.nextBytes(value);
      values.add(value);
      writer.extension(values.size(), value, 0, value.length);
    }
    writer.endHeader();
    buffer.put(payload);
    if (padding > 0) {
      writer.padding(padding);
    }

    RtpPacket packet = new RtpPacket().over(buffer);
    assertThat(packet.marker()).isEqualTo(marker);
    assertThat(packet.payloadType()).isEqualTo(payloadType);
    assertThat(packet.sequenceNumber()).isEqualTo(numbers & 0xffff);
    assertThat(packet.timestamp()).isEqualTo(numbers & 0xffffffffL);
    assertThat(packet.ssrc()).isEqualTo(numbers & 0xffffffffL);
    assertThat(packet.csrcCount()).isEqualTo(csrcs);
    for (int i = 0; i < csrcs; i++) {
      assertThat(packet.csrc(i)).isEqualTo(numbers + i & 0xffffffffL);
    }
    assertThat(values(packet)).containsExactlyElementsOf(values);
    assertThat(Arrays.copyOfRange(packet.array(), packet.payloadStart(), packet.payloadEnd()))
        .isEqualTo(payload);
    assertThat(packet.paddingLength()).isEqualTo(padding);
  }

  /** The values, whose identifiers count from 1. */
  private static List<byte[]> values(RtpPacket packet) {
    HeaderExtensions extensions = packet.extensions();
    List<byte[]> values = new ArrayList<>();
    while (extensions.next()) {
      values.add(
          Arrays.copyOfRange(
              extensions.array(), extensions.start(), extensions.start() + extensions.length()));
      assertThat(extensions.id()).isEqualTo(values.size());
    }
    return values;
  }

  @Property
  void ofAnyBytesNothingOutsideThemIsRead(
      @ForAll @Size(max = 200) byte[] bytes, @ForAll boolean isVersion2) {
    PacketBuffer buffer = PacketBuffer.allocate(bytes.length + 20, 10);
    buffer.put(bytes);
    if (isVersion2 && bytes.length > 0) {
      buffer.array()[buffer.start()] = (byte) (0x80 | (bytes[0] & 0x3f));
    }
    RtpPacket packet = new RtpPacket();
    try {
      packet.over(buffer);
    } catch (DecodeException e) {
      return;
    }
    assertThat(packet.payloadStart()).isBetween(buffer.start(), packet.payloadEnd());
    assertThat(packet.payloadEnd() + packet.paddingLength()).isEqualTo(buffer.end());
    HeaderExtensions extensions = packet.extensions();
    while (extensions.next()) {
      assertThat(extensions.start()).isGreaterThan(buffer.start());
      assertThat(extensions.start() + extensions.length())
          .isLessThanOrEqualTo(packet.payloadStart());
    }
  }
}
