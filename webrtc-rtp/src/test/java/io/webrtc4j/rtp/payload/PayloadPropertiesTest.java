package io.webrtc4j.rtp.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.DecodeException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PayloadPropertiesTest {
  private static final List<String> NAMES =
      List.of("opus", "PCMU", "telephone-event", "VP8", "VP9", "AV1", "H264", "H265");
  private static final int MAX_UNIT = 3000;

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Property
  void framesOfH264ComeBack(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int units, @ForAll boolean isSmall)
      throws DecodeException {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> nalUnits = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      byte[] unit = nalUnit(random, 1, isSmall);
      unit[0] = (byte) (random.nextInt(4) << 5 | random.nextInt(1, 24));
      nalUnits.add(unit);
    }
    checkNalUnits("H264", random, nalUnits);
  }

  @Property
  void framesOfH265ComeBack(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int units, @ForAll boolean isSmall)
      throws DecodeException {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> nalUnits = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      byte[] unit = nalUnit(random, 2, isSmall);
      unit[0] = (byte) (random.nextInt(48) << 1 | random.nextInt(2));
      unit[1] = (byte) (random.nextInt(32) << 3 | random.nextInt(1, 8));
      nalUnits.add(unit);
    }
    checkNalUnits("H265", random, nalUnits);
  }

  /** Random bytes without what looks like a start code, and without zeros at the end. */
  private static byte[] nalUnit(SplittableRandom random, int headerLength, boolean isSmall) {
    byte[] unit = new byte[headerLength + random.nextInt(1, isSmall ? 60 : MAX_UNIT)];
    for (int i = 0; i < unit.length; i++) {
      boolean isLast = i == unit.length - 1;
      boolean afterZeros = i >= 2 && unit[i - 1] == 0 && unit[i - 2] == 0;
      unit[i] = (byte) (afterZeros ? 3 : random.nextInt(8) == 0 && !isLast ? 0 : 0x81 + i % 100);
    }
    return unit;
  }

  private static void checkNalUnits(String name, SplittableRandom random, List<byte[]> nalUnits)
      throws DecodeException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (byte[] unit : nalUnits) {
      frame.writeBytes(new byte[random.nextInt(4)]);
      frame.writeBytes(new byte[] {0, 0, 1});
      frame.writeBytes(unit);
      expected.writeBytes(new byte[] {0, 0, 0, 1});
      expected.writeBytes(unit);
    }
    check(name, frame.toByteArray(), expected.toByteArray(), random.nextInt(100, 1500));
  }

  @Property
  void temporalUnitsOfAv1ComeBack(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int obus, @ForAll boolean isSmall)
      throws DecodeException {
    SplittableRandom random = new SplittableRandom(seed);
    FrameBytes frame = new FrameBytes();
    FrameBytes expected = new FrameBytes();
    for (int i = 0; i < obus; i++) {
      // Delimiters (2) and tile lists (8) are left out; one of another type is there at least.
      int type = i == 0 ? 6 : random.nextInt(16);
      boolean hasLayer = random.nextBoolean();
      byte[] payload = new byte[random.nextInt(isSmall ? 40 : MAX_UNIT)];
      random.nextBytes(payload);
      int layer = random.nextInt(4) << 3;
      addObu(frame, type, hasLayer, layer, payload);
      if (type != 2 && type != 8) {
        addObu(expected, type, hasLayer, layer, payload);
      }
    }
    check("AV1", frame.toByteArray(), expected.toByteArray(), random.nextInt(100, 1500));
  }

  private static void addObu(
      FrameBytes frame, int type, boolean hasLayer, int layer, byte[] payload)
      throws DecodeException {
    frame.add(type << 3 | (hasLayer ? 4 : 0) | 2);
    if (hasLayer) {
      frame.add(layer);
    }
    frame.addLeb128(payload.length);
    frame.add(payload, 0, payload.length);
  }

  @Property
  void framesOfVp8AndVp9ComeBack(
      @ForAll @IntRange(min = 20, max = 20_000) int length,
      @ForAll boolean isVp8,
      @ForAll boolean isKeyFrame,
      @ForAll @IntRange(min = 100, max = 1500) int maxLength,
      @ForAll long seed)
      throws DecodeException {
    byte[] frame = new byte[length];
    new SplittableRandom(seed).nextBytes(frame);
    String head = isKeyFrame ? "824983420007f005f6" : "86";
    if (isVp8) {
      head = isKeyFrame ? "1002009d012a" : "11";
    }
    byte[] start = Through.hex(head);
    System.arraycopy(start, 0, frame, 0, start.length);
    check(isVp8 ? "VP8" : "VP9", frame, frame, maxLength);
  }

  private static void check(String name, byte[] frame, byte[] expected, int maxLength)
      throws DecodeException {
    PayloadFormat format = Through.format(name);
    Packetizer packetizer = format.packetizer();
    Depacketizer depacketizer = format.depacketizer();
    List<byte[]> payloads = Through.cut(packetizer, frame, maxLength);
    for (byte[] payload : payloads) {
      assertThat(payload.length).isLessThanOrEqualTo(maxLength);
    }
    assertThat(Through.join(depacketizer, payloads)).isEqualTo(expected);
    assertThat(depacketizer.isKeyFrame()).isEqualTo(packetizer.isKeyFrame());

    // In normal form it is cut and put together to the same again.
    assertThat(Through.join(depacketizer, Through.cut(packetizer, expected, maxLength)))
        .isEqualTo(expected);
  }

  @Property
  void anyPayloadsMakeAFrameOrAreRefused(
      @ForAll("names") String name, @ForAll @Size(max = 6) List<@Size(max = 40) byte[]> payloads) {
    Depacketizer depacketizer = Through.format(name).depacketizer();
    for (byte[] payload : payloads) {
      depacketizer.canBeginFrame(payload, 0, payload.length);
    }
    try {
      assertThat(Through.join(depacketizer, payloads)).isNotEmpty();
    } catch (DecodeException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  /** What is near to what can be: payloads of frames, a few of whose bytes have changed. */
  @Property
  void changedPayloadsMakeAFrameOrAreRefused(
      @ForAll("names") String name, @ForAll long seed, @ForAll @IntRange(max = 4) int changes) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> payloads = new ArrayList<>(payloadsOf(name));
    for (int i = 0; i < changes; i++) {
      int index = random.nextInt(payloads.size());
      byte[] payload = payloads.get(index).clone();
      switch (random.nextInt(4)) {
        case 0 -> payload = Arrays.copyOf(payload, random.nextInt(payload.length + 3));
        case 1 -> payloads.add(payloads.remove(index));
        default ->
            payload[random.nextInt(Math.min(payload.length, 12))] = (byte) random.nextInt(256);
      }
      payloads.set(index, payload.length == 0 ? new byte[1] : payload);
    }
    try {
      assertThat(Through.join(Through.format(name).depacketizer(), payloads)).isNotEmpty();
    } catch (DecodeException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  private static List<byte[]> payloadsOf(String name) {
    byte[] frame =
        switch (name) {
          case "VP8" -> Recordings.ivf("vp8.ivf").get(0);
          case "VP9" -> Recordings.ivf("vp9.ivf").get(0);
          case "AV1" -> Recordings.ivf("av1.ivf").get(0);
          case "H264" -> Recordings.annexB("h264.h264", 0x09).get(0);
          case "H265" -> Recordings.annexB("h265.h265", 0x46).get(0);
          default -> Through.hex("fb8302021122334455667788");
        };
    return Through.cut(Through.format(name).packetizer(), frame, 300);
  }
}
