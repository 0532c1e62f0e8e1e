package io.webrtc4j.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderExtensionsTest {

  @Test
  void theOneByteExampleOfRfc8285IsRead() throws DecodeException { // §4.2
    assertThat(elements("bede0003 10aa21bb bb000033 cccccccc"))
        .containsExactly("1:aa", "2:bbbb", "3:cccccccc");
  }

  @Test
  void theTwoByteExampleOfRfc8285IsRead() throws DecodeException { // §4.3
    assertThat(elements("10000003 01000201 bb000304 cccccccc"))
        .containsExactly("1:", "2:bb", "3:cccccccc");
  }

  @Test
  void theApplicationsBitsDontMatter() throws DecodeException {
    assertThat(elements("100f0001 0102aabb")).containsExactly("1:aabb");
  }

  @Test
  void theIdentifier15EndsTheOneByteForm() throws DecodeException {
    assertThat(elements("bede0002 10aaf0bb 20cc0000")).containsExactly("1:aa");
  }

  @Test
  void theIdentifier0WithALengthIsPassedOver() throws DecodeException {
    assertThat(elements("bede0002 01aabb10 cc000000")).containsExactly("1:cc");
  }

  @Test
  void anElementThatIsTooLongEndsThem() throws DecodeException {
    assertThat(elements("bede0001 10aa22bb")).containsExactly("1:aa");
    assertThat(elements("10000001 01ff0000")).isEmpty();
    assertThat(elements("10000001 01010002")).containsExactly("1:00");
  }

  @Test
  void ofAnotherProfileNothingIsRead() throws DecodeException {
    assertThat(elements("c0de0001 10aa0000")).isEmpty();
  }

  @Test
  void anElementIsFoundByItsIdentifierAgainAndAgain() throws DecodeException {
    RtpPacket packet = packet("bede0003 10aa21bb bb000033 61626364");
    HeaderExtensions extensions = packet.extensions();
    assertThat(extensions.find(3)).isTrue();
    assertThat(extensions.text()).isEqualTo("abcd");
    assertThat(extensions.find(1)).isTrue();
    assertThat(extensions.number()).isEqualTo(0xaa);
    assertThat(extensions.find(2)).isTrue();
    assertThat(extensions.number()).isEqualTo(0xbbbb);
    assertThat(extensions.find(4)).isFalse();
    assertThat(extensions.next()).isFalse();
  }

  @Test
  void aNumberHasEightBytesAtMost() throws DecodeException {
    HeaderExtensions extensions = packet("bede0003 19010203 04050607 08090a00").extensions();
    assertThat(extensions.find(1)).isTrue();
    assertThat(extensions.length()).isEqualTo(10);
    assertThat(extensions.number()).isEqualTo(0x0102030405060708L);
  }

  private static List<String> elements(String extension) throws DecodeException {
    HeaderExtensions extensions = packet(extension).extensions();
    List<String> elements = new ArrayList<>();
    while (extensions.next()) {
      byte[] value =
          Arrays.copyOfRange(
              extensions.array(), extensions.start(), extensions.start() + extensions.length());
      elements.add(extensions.id() + ":" + HexFormat.of().formatHex(value));
    }
    return elements;
  }

  /** With two bytes of payload, which no element may reach into. */
  private static RtpPacket packet(String extension) throws DecodeException {
    return new RtpPacket()
        .over(RtpPacketTest.packet("90600001 00000000 00000001" + extension + "ffff"));
  }
}
