package io.webrtc4j.common;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SerialNumberTest {

  @Property
  void aNumberComesBeforeItsSuccessorsUpToHalfTheRange(
      @ForAll int a, @ForAll @IntRange(min = 1) int distance) {
    assertThat(SerialNumber.isLess32(a, a + distance)).isTrue();
    assertThat(SerialNumber.isLess32(a + distance, a)).isFalse();
  }

  @Property
  void sixteenBitsWrapAroundToo(
      @ForAll @IntRange(max = 0xffff) int a, @ForAll @IntRange(min = 1, max = 0x7fff) int d) {
    int b = (a + d) & 0xffff;
    assertThat(SerialNumber.isLess16(a, b)).isTrue();
    assertThat(SerialNumber.isLess16(b, a)).isFalse();
  }

  @Test
  void numbersHalfTheRangeApartAreInNoOrder() {
    assertThat(SerialNumber.isLess32(0, 0x80000000)).isFalse();
    assertThat(SerialNumber.isLess32(0x80000000, 0)).isFalse();
    assertThat(SerialNumber.isLess16(0, 0x8000)).isFalse();
    assertThat(SerialNumber.isLess16(0x8000, 0)).isFalse();
  }
}
