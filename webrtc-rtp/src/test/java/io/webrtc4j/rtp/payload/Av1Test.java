package io.webrtc4j.rtp.payload;

import static io.webrtc4j.rtp.payload.Through.hex;
import static io.webrtc4j.rtp.payload.Through.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import java.util.List;
import org.junit.jupiter.api.Test;

class Av1Test {
  // With sizes: temporal delimiter, sequence header, frame (key, shown), tile group, metadata.
  private static final String TD = "1200";
  private static final String SH = "0a020011";
  private static final String KEY = "320210ff";
  private static final String INTER = "320230ff";
  private static final String TG = "2201ee";
  private static final String MD = "2a01dd";

  private final PayloadFormat format = Through.format("AV1");
  private final Packetizer packetizer = format.packetizer();
  private final Depacketizer depacketizer = format.depacketizer();

  @Test
  void obusOfATemporalUnitShareAPayloadWithoutSizesAndDelimiter() throws DecodeException {
    // W and N; the last element has no length.
    assertThat(cut(TD + SH + KEY, 100)).containsExactly("28" + "03080011" + "3010ff");
    assertThat(packetizer.isKeyFrame()).isTrue();
    assertThat(joined("28" + "03080011" + "3010ff")).isEqualTo(SH + KEY);
    assertThat(depacketizer.isKeyFrame()).isTrue();

    assertThat(cut(TD + INTER, 100)).containsExactly("10" + "3030ff");
    assertThat(packetizer.isKeyFrame()).isFalse();
    assertThat(joined("10" + "3030ff")).isEqualTo(INTER);
    assertThat(depacketizer.isKeyFrame()).isFalse();
  }

  @Test
  void fourAndMoreHaveLengthsAll() throws DecodeException {
    assertThat(cut(SH + MD + KEY + TG, 100))
        .containsExactly("08" + "03080011" + "0228dd" + "033010ff" + "0220ee");
    assertThat(joined("08" + "03080011" + "0228dd" + "033010ff" + "0220ee"))
        .isEqualTo(SH + MD + KEY + TG);
  }

  @Test
  void whatDoesNotFitIsCut() throws DecodeException {
    String data = "ab".repeat(149);
    String frame = SH + "329601" + "10" + data;
    List<String> payloads = cut(frame, 100);
    // 100 bytes: W=2, Y and N; 94 of the frame's 151 bytes. Then W=1, Z, and the other 56.
    assertThat(payloads)
        .containsExactly("68" + "03080011" + "3010" + "ab".repeat(93), "90" + "ab".repeat(56));
    assertThat(joined(payloads.toArray(String[]::new))).isEqualTo(frame);
  }

  @Test
  void aSmallRestOfAPayloadIsLeftFree() {
    assertThat(cut("3252" + "30" + "ab".repeat(81) + "2220" + "cd".repeat(32), 100))
        .containsExactly("10" + "3030" + "ab".repeat(81), "10" + "20" + "cd".repeat(32));
  }

  @Test
  void layersDoNotShareAPayload() throws DecodeException {
    // Metadata and frame of spatial layer 0, then of layer 1.
    String unit = "2e0001dd" + "3600021011" + "2e0801dd" + "3608023011";
    List<String> payloads = cut(SH + unit, 100);
    assertThat(payloads)
        .containsExactly(
            "38" + "03080011" + "032c00dd" + "34001011", "20" + "032c08dd" + "34083011");
    assertThat(joined(payloads.toArray(String[]::new))).isEqualTo(SH + unit);
  }

  @Test
  void aFrameIsAKeyFrameWithASequenceHeaderAndIfItIsShown() throws DecodeException {
    assertThat(isKeyFrame(SH + KEY)).isTrue();
    assertThat(isKeyFrame(SH + "1a0110" + TG)).as("frame header apart").isTrue();
    assertThat(isKeyFrame("0a0218ff" + "320200ff")).as("reduced still picture").isTrue();
    assertThat(isKeyFrame(KEY)).as("no sequence header").isFalse();
    assertThat(isKeyFrame(SH + INTER + KEY)).as("the second").isFalse();
    assertThat(isKeyFrame(SH + "320200ff")).as("not shown").isFalse();
    assertThat(isKeyFrame(SH + "320290ff")).as("shows an existing frame").isFalse();
  }

  private boolean isKeyFrame(String unit) throws DecodeException {
    byte[] frame = hex(unit);
    List<byte[]> payloads = Through.cut(packetizer, frame, 100);
    assertThat(join(depacketizer, payloads)).isEqualTo(frame);
    assertThat(depacketizer.isKeyFrame()).isEqualTo(packetizer.isKeyFrame());
    return depacketizer.isKeyFrame();
  }

  @Test
  void obusMayHaveTheirSizesAndAreGivenThemWhereNot() throws DecodeException {
    assertThat(joined("10" + INTER)).isEqualTo(INTER);
    assertThat(joined("00" + "021200" + "03" + "3030ff")).as("a delimiter").isEqualTo(INTER);
    assertThat(joined("20" + "0240ff" + "3030ff")).as("a tile list").isEqualTo(INTER);
    assertThat(cut("3030ff", 100)).as("the last without size").containsExactly("10" + "3030ff");
  }

  @Test
  void malformedPayloadsAreRefused() {
    for (List<String> payloads :
        List.of(
            List.of(""),
            List.of("00"), // no element
            List.of("10"), // an empty one
            List.of("0000"), // the same
            List.of("00033030"), // longer than what is left
            List.of("200130"), // two, of which the second is empty
            List.of("00ffffffffffffffffff7f"), // a length of nine bytes
            List.of("00ffffffff7f30"), // a large length
            List.of("10b0ff"), // forbidden bit
            List.of("1034"), // half a header
            List.of("10320330ff"), // a wrong size
            List.of("10320130ff"), // another
            List.of("903030ff"), // without beginning
            List.of("503030ff"), // without end
            List.of("503030ff", "103030ff"), // the same
            List.of("101200"))) { // nothing but a delimiter
      assertThatThrownBy(() -> joined(payloads.toArray(String[]::new)))
          .as(payloads.toString())
          .isInstanceOf(DecodeException.class);
    }
    assertThatThrownBy(() -> join(depacketizer, List.of())).isInstanceOf(DecodeException.class);
  }

  @Test
  void whatIsNoTemporalUnitIsRefused() {
    for (String unit : List.of("", "1200", "b200", "3203aabb", "32ff", "36")) {
      assertThatIllegalArgumentException().isThrownBy(() -> packetizer.begin(hex(unit), 100));
      assertThat(packetizer.hasNext()).isFalse();
    }
  }

  @Test
  void moreObusThanThereCanBeAreRefused() {
    byte[] unit = new byte[2 * (Obus.MAX_COUNT + 1)];
    for (int i = 0; i < unit.length; i += 2) {
      unit[i] = 0x2a;
    }
    assertThatIllegalArgumentException().isThrownBy(() -> packetizer.begin(unit, 100));
    byte[] payload = new byte[unit.length + 1];
    for (int i = 1; i < payload.length; i += 2) {
      payload[i] = 1;
      payload[i + 1] = 0x28;
    }
    assertThatThrownBy(() -> join(depacketizer, List.of(payload)))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void aTemporalUnitBeginsWithAnythingButARestOrATileGroup() {
    for (String payload : List.of("1030", "2003300000", "0003080011", "1808")) {
      assertThat(canBegin(payload)).as(payload).isTrue();
    }
    for (String payload : List.of("", "10", "9030", "1020", "1038", "00")) {
      assertThat(canBegin(payload)).as(payload).isFalse();
    }
  }

  private boolean canBegin(String payload) {
    byte[] bytes = hex(payload);
    return depacketizer.canBeginFrame(bytes, 0, bytes.length);
  }

  private List<String> cut(String unit, int maxLength) {
    return Through.cut(packetizer, hex(unit), maxLength).stream().map(Through::hex).toList();
  }

  private String joined(String... payloads) throws DecodeException {
    return hex(join(depacketizer, payloads));
  }
}
