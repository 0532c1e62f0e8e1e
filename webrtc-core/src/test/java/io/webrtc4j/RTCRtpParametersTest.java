package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** W3C WebRTC §5.1.3 and §5.2.3 to §5.2.14. */
class RTCRtpParametersTest {
  private static final RTCRtpCodec OPUS =
      new RTCRtpCodec("audio/opus", 48_000, 2, "minptime=10;useinbandfec=1");

  @Test
  void anEncodingIsActiveAndWithoutLimitsByDefault() {
    assertThat(RTCRtpEncodingParameters.defaults())
        .isEqualTo(new RTCRtpEncodingParameters(null, true, null, null, null, null));
  }

  @Test
  void aBuilderMadeOfAnEncodingKeepsEveryMember() {
    RTCRtpEncodingParameters encoding =
        RTCRtpEncodingParameters.builder()
            .rid("h")
            .active(false)
            .codec(OPUS)
            .maxBitrate(64_000)
            .maxFramerate(29.97)
            .scaleResolutionDownBy(1.5)
            .build();
    assertThat(encoding.toBuilder().build()).isEqualTo(encoding);
    assertThat(encoding.toBuilder().maxBitrate(null).build().maxBitrate()).isNull();
  }

  @Test
  void aBuilderMadeOfSendParametersKeepsEveryMember() {
    RTCRtpSendParameters parameters =
        new RTCRtpSendParameters(
            "transaction",
            List.of(RTCRtpEncodingParameters.defaults()),
            List.of(new RTCRtpHeaderExtensionParameters("urn:ietf:params:rtp-hdrext:sdes:mid", 1)),
            new RTCRtcpParameters("cname", true),
            List.of(new RTCRtpCodecParameters(111, OPUS)));
    assertThat(parameters.toBuilder().build()).isEqualTo(parameters);
    RTCRtpEncodingParameters paused =
        parameters.encodings().get(0).toBuilder().active(false).build();
    RTCRtpSendParameters changed = parameters.withEncodings(List.of(paused));
    assertThat(changed.encodings()).containsExactly(paused);
    assertThat(changed.toBuilder().encodings(parameters.encodings()).build()).isEqualTo(parameters);
  }

  @Test
  void aNegotiatedCodecIsTheCodecWithItsPayloadType() {
    RTCRtpCodecParameters negotiated = new RTCRtpCodecParameters(111, OPUS);
    assertThat(negotiated.payloadType()).isEqualTo(111);
    assertThat(negotiated.codec()).isEqualTo(OPUS);
  }

  @Test
  void aTransceiverSendsAndReceivesByDefault() {
    assertThat(RTCRtpTransceiverInit.defaults())
        .isEqualTo(new RTCRtpTransceiverInit(RTCRtpTransceiverDirection.SENDRECV));
    assertThat(RTCRtpTransceiverInit.defaults().streams()).isEmpty();
    assertThat(RTCRtpTransceiverInit.defaults().sendEncodings()).isEmpty();
  }

  @Test
  void numbersBeyondTheirTypeAreTypeErrors() {
    assertTypeError(() -> RTCRtpEncodingParameters.builder().maxBitrate(-1).build());
    assertTypeError(() -> RTCRtpEncodingParameters.builder().maxBitrate(1L << 32).build());
    assertTypeError(() -> RTCRtpEncodingParameters.builder().maxFramerate(Double.NaN).build());
    assertTypeError(
        () ->
            RTCRtpEncodingParameters.builder()
                .scaleResolutionDownBy(Double.POSITIVE_INFINITY)
                .build());
    assertTypeError(() -> new RTCRtpCodec("video/VP8", -1));
    assertTypeError(() -> new RTCRtpCodec("audio/opus", 48_000, 65_536, null));
    assertTypeError(() -> new RTCRtpCodecParameters(256, OPUS));
    assertTypeError(() -> new RTCRtpHeaderExtensionParameters("urn:x", -1));
    assertThat(RTCRtpEncodingParameters.builder().maxBitrate((1L << 32) - 1).build().maxBitrate())
        .isEqualTo(4_294_967_295L);
  }

  private static void assertTypeError(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RTCException.class, e -> assertThat(e.name()).isEqualTo("TypeError"));
  }
}
