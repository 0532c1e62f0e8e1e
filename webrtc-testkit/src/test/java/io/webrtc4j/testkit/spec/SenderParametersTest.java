package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtcpParameters;
import io.webrtc4j.RTCRtpCodec;
import io.webrtc4j.RTCRtpCodecParameters;
import io.webrtc4j.RTCRtpEncodingParameters;
import io.webrtc4j.RTCRtpHeaderExtensionParameters;
import io.webrtc4j.RTCRtpReceiveParameters;
import io.webrtc4j.RTCRtpSendParameters;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverInit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** getParameters and setParameters, a transaction (§5.2, §5.3). */
class SenderParametersTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  private static RTCRtpEncodingParameters rid(String rid) {
    return RTCRtpEncodingParameters.builder().rid(rid).build();
  }

  private static RTCRtpSendParameters withFirst(
      RTCRtpSendParameters parameters, UnaryOperator<RTCRtpEncodingParameters.Builder> change) {
    List<RTCRtpEncodingParameters> encodings = new ArrayList<>(parameters.encodings());
    encodings.set(0, change.apply(encodings.get(0).toBuilder()).build());
    return parameters.withEncodings(encodings);
  }

  private String refusedWith(RTCRtpSender sender, UnaryOperator<RTCRtpSendParameters> change) {
    RTCRtpSendParameters before = sender.getParameters();
    String error = peers.refused(sender.setParameters(change.apply(before)));
    assertThat(sender.getParameters().encodings()).isEqualTo(before.encodings());
    return error;
  }

  @Test
  void beforeNegotiationThereAreEncodingsAndNoCodecs() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    RTCRtpSendParameters parameters = sender.getParameters();
    assertThat(parameters.transactionId()).isNotEmpty();
    assertThat(parameters.encodings()).hasSize(1);
    assertThat(parameters.codecs()).isEmpty();
    assertThat(parameters.headerExtensions()).isEmpty();
    assertThat(parameters.rtcp().cname()).isNotNull();
  }

  @Test
  void whatIsNegotiatedIsInTheParameters() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    b.addTrack(MediaStreamTrack.audio());
    peers.negotiate();
    RTCRtpSendParameters send = transceiver.sender().getParameters();
    assertThat(send.codecs().stream().map(RTCRtpCodecParameters::mimeType)).contains("audio/opus");
    assertThat(send.headerExtensions().stream().map(RTCRtpHeaderExtensionParameters::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id > 0 && id < 256);
    RTCRtpReceiveParameters receive = transceiver.receiver().getParameters();
    assertThat(receive.codecs()).isNotEmpty();
    assertThat(receive.rtcp().reducedSize()).isTrue();
    String offer = a.localDescription().sdp();
    receive.codecs().forEach(c -> assertThat(offer).contains("a=rtpmap:" + c.payloadType() + " "));
  }

  @Test
  void aReceiverThatDoesNotReceiveHasNoCodecs() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.negotiate();
    assertThat(transceiver.receiver().getParameters().codecs()).isEmpty();
    assertThat(b.getTransceivers().get(0).receiver().getParameters().codecs()).isNotEmpty();
  }

  @Test
  void whatWasGotMayBeSet() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    RTCRtpSendParameters changed =
        withFirst(
            sender.getParameters(),
            e -> e.active(false).maxBitrate(99_000).maxFramerate(0).scaleResolutionDownBy(2.5));
    CompletableFuture<?> done = sender.setParameters(changed);
    peers.await(done);
    assertThat(sender.getParameters().encodings()).isEqualTo(changed.encodings());
    assertThat(sender.getParameters().transactionId()).isNotEqualTo(changed.transactionId());
  }

  @Test
  void theSameIsGotUntilItIsSet() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    RTCRtpSendParameters first = sender.getParameters();
    assertThat(sender.getParameters()).isEqualTo(first);
    peers.await(sender.setParameters(first));
    assertThat(sender.getParameters().transactionId()).isNotEqualTo(first.transactionId());
  }

  @Test
  void parametersOnTheirWayDoNotBringRefusedLayersBack() {
    RTCRtpTransceiverInit init =
        RTCRtpTransceiverInit.builder().sendEncodings(rid("q"), rid("h"), rid("f")).build();
    RTCRtpSender sender = a.addTransceiver(MediaStreamTrack.video(), init).sender();
    peers.offer(a, b);
    peers.await(b.setLocalDescription());
    RTCRtpSendParameters asOffered = sender.getParameters();
    Peers.start(a.setRemoteDescription(Peers.local(b)));
    peers.await(sender.setParameters(asOffered));
    assertThat(sender.getParameters().encodings()).hasSize(1);
  }

  @Test
  void aCodecThatWasNotNegotiatedIsNoLongerChosen() {
    RTCRtpCodec vp9 =
        RTCRtpSender.getCapabilities("video").codecs().stream()
            .filter(codec -> codec.mimeType().equals("video/VP9"))
            .findFirst()
            .orElseThrow();
    RTCRtpTransceiverInit init =
        RTCRtpTransceiverInit.builder()
            .sendEncodings(RTCRtpEncodingParameters.builder().codec(vp9).build())
            .build();
    RTCRtpSender sender = a.addTransceiver(MediaStreamTrack.video(), init).sender();
    peers.offer(a, b);
    b.getTransceivers()
        .get(0)
        .setCodecPreferences(
            RTCRtpSender.getCapabilities("video").codecs().stream()
                .filter(codec -> codec.mimeType().equals("video/VP8"))
                .toList());
    peers.answer(b, a);
    assertThat(sender.getParameters().encodings().get(0).codec()).isNull();
    peers.await(sender.setParameters(sender.getParameters()));
  }

  @Test
  void whatWasNotGotCannotBeSet() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    RTCRtpSendParameters parameters = sender.getParameters();
    peers.await(sender.setParameters(parameters));
    assertThat(peers.refused(sender.setParameters(parameters))).isEqualTo("InvalidStateError");
    RTCRtpSender other = a.addTransceiver("video").sender();
    assertThat(peers.refused(other.setParameters(parameters))).isEqualTo("InvalidStateError");
  }

  @Test
  void anAgreementEndsTheTransaction() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    RTCRtpSendParameters parameters = sender.getParameters();
    peers.negotiate();
    assertThat(peers.refused(sender.setParameters(parameters))).isEqualTo("InvalidStateError");
    assertThat(sender.getParameters().codecs()).isNotEmpty();
  }

  @Test
  void insideAListenerTheTransactionEndsWithIt() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    List<RTCRtpSendParameters> got = new ArrayList<>();
    List<CompletableFuture<?>> set = new ArrayList<>();
    a.onSignalingStateChange(
        event -> {
          got.add(sender.getParameters());
          set.add(sender.setParameters(got.get(0)));
        });
    peers.await(a.setLocalDescription());
    peers.await(set.get(0));
    a.onIceGatheringStateChange(event -> got.add(sender.getParameters()));
    peers.settle();
    assertThat(peers.refused(sender.setParameters(got.get(1)))).isEqualTo("InvalidStateError");
  }

  @Test
  void whatIsReadOnlyIsAnInvalidModification() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    peers.negotiate();
    String error = "InvalidModificationError";
    assertThat(refusedWith(sender, p -> p.toBuilder().transactionId("x").build())).isEqualTo(error);
    assertThat(refusedWith(sender, p -> p.withEncodings(List.of()))).isEqualTo(error);
    assertThat(
            refusedWith(
                sender, p -> p.withEncodings(List.of(p.encodings().get(0), p.encodings().get(0)))))
        .isEqualTo(error);
    assertThat(refusedWith(sender, p -> withFirst(p, e -> e.rid("foo")))).isEqualTo(error);
    assertThat(refusedWith(sender, p -> p.toBuilder().codecs(List.of()).build())).isEqualTo(error);
    assertThat(
            refusedWith(
                sender,
                p -> p.toBuilder().codecs(p.codecs().subList(1, p.codecs().size())).build()))
        .isEqualTo(error);
    assertThat(
            refusedWith(
                sender,
                p ->
                    p.toBuilder()
                        .headerExtensions(
                            List.of(new RTCRtpHeaderExtensionParameters("urn:none", 3)))
                        .build()))
        .isEqualTo(error);
    assertThat(
            refusedWith(
                sender,
                p ->
                    p.toBuilder()
                        .rtcp(new RTCRtcpParameters("other", p.rtcp().reducedSize()))
                        .build()))
        .isEqualTo(error);
  }

  @Test
  void layersKeepTheirOrderAndNames() {
    RTCRtpSender sender =
        a.addTransceiver(
                "video", RTCRtpTransceiverInit.builder().sendEncodings(rid("a"), rid("b")).build())
            .sender();
    assertThat(
            refusedWith(
                sender, p -> p.withEncodings(List.of(p.encodings().get(1), p.encodings().get(0)))))
        .isEqualTo("InvalidModificationError");
    assertThat(refusedWith(sender, p -> withFirst(p, e -> e.rid(null))))
        .isEqualTo("InvalidModificationError");
    RTCRtpSendParameters changed = withFirst(sender.getParameters(), e -> e.active(false));
    peers.await(sender.setParameters(changed));
    assertThat(sender.getParameters().encodings().get(0).active()).isFalse();
    assertThat(sender.getParameters().encodings().get(1).active()).isTrue();
  }

  @Test
  void valuesOutOfRangeAreARangeError() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    assertThat(refusedWith(sender, p -> withFirst(p, e -> e.scaleResolutionDownBy(0.5))))
        .isEqualTo("RangeError");
    assertThat(refusedWith(sender, p -> withFirst(p, e -> e.maxFramerate(-1))))
        .isEqualTo("RangeError");
  }

  @Test
  void audioDropsWhatIsForVideoAndVideoHasAScaleAlways() {
    RTCRtpSender audio = a.addTransceiver("audio").sender();
    peers.await(
        audio.setParameters(
            withFirst(audio.getParameters(), e -> e.scaleResolutionDownBy(0.1).maxFramerate(-5))));
    assertThat(audio.getParameters().encodings())
        .containsExactly(RTCRtpEncodingParameters.defaults());
    RTCRtpSender video = a.addTransceiver("video").sender();
    peers.await(
        video.setParameters(
            withFirst(video.getParameters(), e -> e.scaleResolutionDownBy((Double) null))));
    assertThat(video.getParameters().encodings().get(0).scaleResolutionDownBy()).isEqualTo(1.0);
  }

  @Test
  void aCodecIsOneOfTheNegotiated() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    peers.negotiate();
    RTCRtpCodecParameters last = null;
    for (RTCRtpCodecParameters each : sender.getParameters().codecs()) {
      if (!each.mimeType().endsWith("rtx") && !each.mimeType().endsWith("red")) {
        last = each;
      }
    }
    RTCRtpCodecParameters chosen = last;
    assertThat(chosen).isNotNull();
    peers.await(
        sender.setParameters(withFirst(sender.getParameters(), e -> e.codec(chosen.codec()))));
    assertThat(sender.getParameters().encodings().get(0).codec()).isEqualTo(chosen.codec());
    assertThat(
            refusedWith(sender, p -> withFirst(p, e -> e.codec(new RTCRtpCodec("video/x", 90000)))))
        .isEqualTo("InvalidModificationError");
  }

  @Test
  void aStoppedSenderTakesNone() {
    RTCRtpTransceiver transceiver = a.addTransceiver("video");
    RTCRtpSendParameters parameters = transceiver.sender().getParameters();
    transceiver.stop();
    assertThat(peers.refused(transceiver.sender().setParameters(parameters)))
        .isEqualTo("InvalidStateError");
    RTCRtpSender closed = a.addTransceiver("video").sender();
    RTCRtpSendParameters last = closed.getParameters();
    a.close();
    assertThat(peers.refused(closed.setParameters(last))).isEqualTo("InvalidStateError");
  }

  @Test
  void changedParametersOutliveANegotiation() {
    RTCRtpSender sender = a.addTransceiver("video").sender();
    peers.await(
        sender.setParameters(withFirst(sender.getParameters(), e -> e.maxBitrate(123_000))));
    peers.negotiate();
    peers.negotiate(b, a);
    assertThat(sender.getParameters().encodings().get(0).maxBitrate()).isEqualTo(123_000);
  }
}
