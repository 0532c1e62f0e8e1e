package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GeneratedSessionsTest {
  @Property
  void whatIsWrittenIsReadAsTheSame(@ForAll("sessions") SessionDescription session)
      throws SdpParseException {
    assertThat(SessionDescription.parse(session.write())).isEqualTo(session);
  }

  @Property
  void whatIsWrittenOnceIsWrittenTheSameAgain(@ForAll("sessions") SessionDescription session)
      throws SdpParseException {
    String text = session.write();
    assertThat(SessionDescription.parse(text).write()).isEqualTo(text);
  }

  @Provide
  Arbitrary<SessionDescription> sessions() {
    return Sessions.any();
  }
}
