package io.webrtc4j.rtp.payload;

import static io.webrtc4j.rtp.payload.DecodeTargetIndication.DISCARDABLE;
import static io.webrtc4j.rtp.payload.DecodeTargetIndication.NOT_PRESENT;
import static io.webrtc4j.rtp.payload.DecodeTargetIndication.REQUIRED;
import static io.webrtc4j.rtp.payload.DecodeTargetIndication.SWITCH;
import static io.webrtc4j.rtp.payload.Through.bits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.payload.DependencyStructure.Resolution;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The structure is L1T3 of the specification's A.10.2.1, its templates numbered from 62. */
class DependencyDescriptorTest {
  private static final String LAYERS = "00 01 01 00 11 ";
  private static final String INDICATIONS = "101010 101010 100100 010000 010000 ";
  private static final String FRAME_DISTANCES = "0 1 0011 0 1 0001 0 1 0000 0 1 0000 0 ";
  // ns(4) of one chain; for each decode target ns(1) of no bits; the distances of each template.
  private static final String CHAINS = "01 0000 0100 0010 0001 0011 ";
  private static final String RESOLUTION = "1 0000010011111111 0000001011001111 ";
  private static final String STRUCTURE =
      "111110 00010 " + LAYERS + INDICATIONS + FRAME_DISTANCES + CHAINS + RESOLUTION;

  // Start and end, template 62, frame 1; a structure and nothing else of its own.
  private static final String KEY_FRAME = "11 111110 0000000000000001 10000 " + STRUCTURE;

  @Test
  void aStructureComesWithItsFirstFrame() throws DecodeException {
    DependencyDescriptor descriptor = parse(KEY_FRAME, null);
    assertThat(descriptor.startOfFrame()).isTrue();
    assertThat(descriptor.endOfFrame()).isTrue();
    assertThat(descriptor.templateId()).isEqualTo(62);
    assertThat(descriptor.frameNumber()).isEqualTo(1);
    assertThat(descriptor.activeDecodeTargets()).isEqualTo(OptionalLong.of(0b111));
    assertThat(descriptor.frame()).isEqualTo(structure().templates().get(0));
    assertThat(descriptor.newStructure())
        .isEqualTo(
            new DependencyStructure(
                62,
                3,
                List.of(
                    frame(0, List.of(SWITCH, SWITCH, SWITCH), List.of(), 0),
                    frame(0, List.of(SWITCH, SWITCH, SWITCH), List.of(4), 4),
                    frame(1, List.of(SWITCH, DISCARDABLE, NOT_PRESENT), List.of(2), 2),
                    frame(2, List.of(DISCARDABLE, NOT_PRESENT, NOT_PRESENT), List.of(1), 1),
                    frame(2, List.of(DISCARDABLE, NOT_PRESENT, NOT_PRESENT), List.of(1), 3)),
                1,
                List.of(0, 0, 0),
                List.of(new Resolution(1280, 720))));
  }

  private static FrameDependencies frame(
      int temporalLayer,
      List<DecodeTargetIndication> indications,
      List<Integer> distances,
      int chainDistance) {
    return new FrameDependencies(0, temporalLayer, indications, distances, List.of(chainDistance));
  }

  @Test
  void laterFramesNameATemplateWhoseNumberMayWrap() throws DecodeException {
    DependencyDescriptor descriptor = parse("10 000001 0000000000000100", structure());
    assertThat(descriptor.startOfFrame()).isTrue();
    assertThat(descriptor.endOfFrame()).isFalse();
    assertThat(descriptor.newStructure()).isNull();
    assertThat(descriptor.activeDecodeTargets()).isEmpty();
    assertThat(descriptor.frame()).isEqualTo(structure().templates().get(3));
  }

  @Test
  void aFrameMayDifferFromItsTemplate() throws DecodeException {
    DependencyDescriptor descriptor =
        parse(
            "01 000000 1111111111111111 0 1 1 1 1 011 "
                + "11 01 00 " // indications
                + "01 0101 10 00010001 11 000100000000 00 " // distances of 4, 8 and 12 bits
                + "11111111", // chains
            structure());
    assertThat(descriptor.frameNumber()).isEqualTo(65535);
    assertThat(descriptor.activeDecodeTargets()).isEqualTo(OptionalLong.of(0b011));
    assertThat(descriptor.frame())
        .isEqualTo(frame(1, List.of(REQUIRED, DISCARDABLE, NOT_PRESENT), List.of(6, 18, 257), 255));
  }

  @Test
  void withoutItsStructureAFrameSaysOnlyItsNumber() throws DecodeException {
    for (String bits :
        List.of("10 000001 0000000000000100", "10 000001 0000000000000100 01111 0")) {
      DependencyDescriptor descriptor = parse(bits, null);
      assertThat(descriptor.frameNumber()).isEqualTo(4);
      assertThat(descriptor.frame()).isNull();
    }
    assertThat(parse("10 000100 0000000000000100", structure()).frame())
        .as("of another structure")
        .isNull();
  }

  @Test
  void structuresMayHaveSeveralSpatialLayersAndNoChains() throws DecodeException {
    DependencyStructure structure =
        parse(
                "11 000000 0000000000000001 10000 "
                    + "000000 00000 10 11 10 10 0 1 0000 0 0 1 "
                    + "0000000000001111 0000000000000111 0000000000011111 0000000000001111",
                null)
            .newStructure();
    assertThat(structure)
        .isEqualTo(
            new DependencyStructure(
                0,
                1,
                List.of(
                    new FrameDependencies(0, 0, List.of(SWITCH), List.of(), List.of()),
                    new FrameDependencies(1, 0, List.of(SWITCH), List.of(1), List.of())),
                0,
                List.of(),
                List.of(new Resolution(16, 8), new Resolution(32, 16))));
  }

  @Test
  void descriptorsThatEndEarlyAreRefused() throws DecodeException {
    byte[] whole = bits(KEY_FRAME);
    for (int length = 0; length < whole.length; length++) {
      int end = length;
      if (length == 3) {
        continue; // is one without structure
      }
      assertThatThrownBy(() -> DependencyDescriptor.parse(whole, 0, end, null))
          .as("%d bytes", length)
          .isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void tooManyLayersAndTemplatesThatAreMissingAreRefused() {
    String head = "11 000000 0000000000000001 10000 000000 00000 ";
    for (String bits :
        List.of(
            head + "10".repeat(4) + "11" + "0".repeat(100),
            head + "01".repeat(8) + "11" + "0".repeat(100),
            head + "00".repeat(64) + "11" + "0".repeat(500),
            "11 000001" + (head + "11 00 0 0 0").substring(9))) {
      assertThatThrownBy(() -> parse(bits, null)).isInstanceOf(DecodeException.class);
    }
  }

  @Property
  void anyBytesAreReadOrRefused(
      @ForAll @Size(max = 80) byte[] bytes, @ForAll boolean isKnown, @ForAll boolean isExtended)
      throws DecodeException {
    if (isExtended && bytes.length > 3) {
      bytes[3] |= (byte) 0x80;
    }
    DependencyDescriptor descriptor;
    try {
      descriptor = DependencyDescriptor.parse(bytes, 0, bytes.length, isKnown ? structure() : null);
    } catch (DecodeException e) {
      return;
    }
    DependencyStructure structure = descriptor.newStructure();
    if (structure != null) {
      assertThat(descriptor.frame()).isNotNull();
      assertThat(structure.templates()).hasSizeBetween(1, 64);
    }
  }

  private static DependencyStructure structure() throws DecodeException {
    DependencyStructure structure = parse(KEY_FRAME, null).newStructure();
    assertThat(structure).isNotNull();
    return structure;
  }

  private static DependencyDescriptor parse(String digits, @Nullable DependencyStructure known)
      throws DecodeException {
    byte[] bytes = bits(digits);
    return DependencyDescriptor.parse(bytes, 0, bytes.length, known);
  }
}
