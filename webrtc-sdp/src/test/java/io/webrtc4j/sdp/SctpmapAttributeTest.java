package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SctpmapAttributeTest {

  @Test
  void itIsReadAndWrittenWithAndWithoutStreams() throws SdpParseException {
    assertThat(parse("sctpmap:5000 webrtc-datachannel 65535"))
        .isEqualTo(new SctpmapAttribute(5000, "webrtc-datachannel", OptionalInt.of(65_535)));
    assertThat(parse("sctpmap:5000 webrtc-datachannel"))
        .isEqualTo(new SctpmapAttribute(5000, "webrtc-datachannel", OptionalInt.empty()));
    assertThat(parse("sctpmap:5000 webrtc-datachannel 1024").text())
        .isEqualTo("sctpmap:5000 webrtc-datachannel 1024");
  }

  @Test
  void aMalformedOneIsKeptAsItCame() throws SdpParseException {
    assertThat(parse("sctpmap:x webrtc-datachannel")).isInstanceOf(UnknownAttribute.class);
    assertThat(parse("sctpmap:0 webrtc-datachannel")).isInstanceOf(UnknownAttribute.class);
    assertThat(parse("sctpmap:5000 webrtc-datachannel many")).isInstanceOf(UnknownAttribute.class);
  }

  private static Attribute parse(String text) throws SdpParseException {
    return KnownAttributes.parse(1, text, 0);
  }
}
