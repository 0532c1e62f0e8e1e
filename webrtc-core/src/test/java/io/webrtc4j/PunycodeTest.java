package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3492. */
class PunycodeTest {
  /** RFC 3492 §7.1, examples (A), (B), (D), (L) and (R). */
  @ParameterizedTest
  @CsvSource({
    "egbpdaj6bu4bxfgehfvwxn, \u0644\u064a\u0647\u0645\u0627\u0628\u062a\u0643\u0644"
        + "\u0645\u0648\u0634\u0639\u0631\u0628\u064a\u061f",
    "ihqwcrb4cv8a8dqg056pqjye, \u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587",
    "Proprostnemluvesky-uyb24dma41a," + " Pro\u010dprost\u011bnemluv\u00ed\u010desky",
    "3B-ww4c5e180e575a65lsy2b, 3\u5e74B\u7d44\u91d1\u516b\u5148\u751f",
    "d9juau41awczczp, \u305d\u306e\u30b9\u30d4\u30fc\u30c9\u3067"
  })
  void theExamplesOfTheRfcAreDecoded(String encoded, String text) {
    assertThat(Punycode.decode(encoded)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999", "a-99999b", "\u00e9", "b\u00e9", "z", "zzzzzzzzzzzz"})
  void whatEndsInTheMiddleOrOverflowsIsNotDecoded(String encoded) {
    assertThat(Punycode.decode(encoded)).isNull();
  }

  @Property
  void whatTheJdkEncodesIsDecoded(
      @ForAll @StringLength(min = 1, max = 12) @CharRange(from = '\u4e00', to = '\u9fa5')
          String text) {
    String label = IDN.toASCII(text);
    assertThat(Punycode.decode(label.substring("xn--".length()))).isEqualTo(text);
  }
}
