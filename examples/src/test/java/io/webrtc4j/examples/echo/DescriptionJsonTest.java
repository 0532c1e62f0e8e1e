package io.webrtc4j.examples.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.examples.echo.DescriptionJson.BadDescriptionException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionJsonTest {
  @Property
  void whatIsWrittenIsReadAgain(@ForAll String sdp) throws Exception {
    byte[] body = DescriptionJson.write(new RTCSessionDescription(RTCSdpType.ANSWER, sdp));
    // A lone surrogate can't be said in UTF-8.
    String sayable = new String(sdp.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(DescriptionJson.parse(body, RTCSdpType.ANSWER))
        .isEqualTo(new RTCSessionDescriptionInit(RTCSdpType.ANSWER, sayable));
  }

  @Property
  void anyBytesAreADescriptionOrBad(@ForAll byte[] body) {
    try {
      DescriptionJson.parse(body, RTCSdpType.OFFER);
    } catch (BadDescriptionException e) {
      assertThat(e.sentence()).isNotBlank();
    }
  }

  @Test
  void membersThatAreNotKnownArePassedOver() throws Exception {
    assertThat(parse("{\"toJSON\":{},\"sdp\":\"v=0\",\"type\":\"offer\"}").sdp()).isEqualTo("v=0");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{`, is not JSON",
        "`{\"type\":\"offer\",\"sdp\":\"v=0\"} {}`, is not JSON",
        "`[]`, must be a JSON object",
        "`{\"sdp\":\"v=0\"}`, must be \"offer\"",
        "`{\"type\":\"answer\",\"sdp\":\"v=0\"}`, `must be \"offer\", not \"answer\"`",
        "`{\"type\":\"offer\",\"sdp\":{}}`, must be a string"
      })
  void whatIsWrongIsSaid(String body, String said) {
    assertThatThrownBy(() -> parse(body))
        .isInstanceOf(BadDescriptionException.class)
        .hasMessageContaining(said);
  }

  private static RTCSessionDescriptionInit parse(String body) throws BadDescriptionException {
    return DescriptionJson.parse(body.getBytes(StandardCharsets.UTF_8), RTCSdpType.OFFER);
  }
}
