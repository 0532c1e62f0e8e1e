package io.webrtc4j.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.PacketBuffer;
import org.junit.jupiter.api.Test;

class RtpWriterTest {
  private final PacketBuffer buffer = PacketBuffer.allocate(200, 10);
  private final RtpWriter writer = new RtpWriter();

  @Test
  void aPacketIsWrittenInOrder() {
    begin().csrc(2).csrc(3).extensions(ExtensionForm.ONE_BYTE).extension(4, 0xabcdL, 2);
    writer.extension(5, new byte[] {0, 1, 2, 3}, 1, 3).endHeader();
    buffer.put(new byte[] {9, 8, 7});
    writer.padding(2);
    assertThat(buffer.toByteArray())
        .isEqualTo(
            RtpPacketTest.bytes(
                "b2eb0102 03040506 ffffffff 00000002 00000003"
                    + "bede0002 41abcd52 01020300 090807 0002"));
  }

  @Test
  void theTwoByteFormTakesWhatTheOtherHasNoRoomFor() {
    begin().extensions(ExtensionForm.TWO_BYTE).extension(200, 0, 0).extension(1, 7, 1).endHeader();
    assertThat(buffer.toByteArray())
        .isEqualTo(RtpPacketTest.bytes("90eb0102 03040506 ffffffff 10000002 c8000101 07000000"));
    assertThat(ExtensionForm.of(200, 1)).isEqualTo(ExtensionForm.TWO_BYTE);
    assertThat(ExtensionForm.of(1, 0)).isEqualTo(ExtensionForm.TWO_BYTE);
    assertThat(ExtensionForm.of(1, 17)).isEqualTo(ExtensionForm.TWO_BYTE);
    assertThat(ExtensionForm.of(14, 16)).isEqualTo(ExtensionForm.ONE_BYTE);
  }

  @Test
  void whatTheFormHasNoRoomForIsTheCallersError() {
    begin().extensions(ExtensionForm.ONE_BYTE);
    assertThatThrownBy(() -> writer.extension(15, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("15");
    assertThatThrownBy(() -> writer.extension(1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherOrderIsTheCallersError() {
    assertIsMisuse(() -> writer.csrc(1));
    assertIsMisuse(writer::endHeader);
    begin();
    assertIsMisuse(() -> writer.extension(1, 1, 1));
    assertIsMisuse(() -> writer.padding(1));
    writer.extensions(ExtensionForm.ONE_BYTE);
    assertIsMisuse(() -> writer.csrc(1));
    assertIsMisuse(() -> writer.extensions(ExtensionForm.TWO_BYTE));
    writer.endHeader();
    assertThatThrownBy(() -> writer.padding(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> writer.padding(256)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void fifteenContributingSourcesAreTheMost() {
    begin();
    for (int i = 0; i < 15; i++) {
      writer.csrc(i);
    }
    assertIsMisuse(() -> writer.csrc(15));
  }

  private static void assertIsMisuse(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
  }

  private RtpWriter begin() {
    return writer.begin(buffer, true, 107, 0x90102, 0x03040506L, 0xffffffffL);
  }
}
