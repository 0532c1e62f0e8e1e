package io.webrtc4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The "setParameters validation steps" of W3C WebRTC §5.2.2. */
final class SetParametersRules {
  private SetParametersRules() {}

  /**
   * The encodings to set.
   *
   * @param lastReturned what getParameters gave and is still valid; null if there is none
   * @param kind {@code audio} or {@code video}
   * @param implemented what can be sent, of this kind
   * @throws RTCException {@code InvalidStateError} if getParameters was not called before, {@code
   *     InvalidModificationError} if more than the encodings' own members changed, or a codec is
   *     not among the negotiated ones, {@code RangeError} for numbers out of range
   */
  static List<RTCRtpEncodingParameters> valid(
      RTCRtpSendParameters parameters,
      @Nullable RTCRtpSendParameters lastReturned,
      String kind,
      List<RTCRtpCodec> implemented) {
    if (lastReturned == null) {
      throw RTCException.invalidState(
          "take what getParameters() gives, and hand it to setParameters in the same task");
    }
    checkReadOnly(parameters, lastReturned);
    checkCodecs(parameters, implemented);
    List<RTCRtpEncodingParameters> encodings = parameters.encodings();
    if (kind.equals("video")) {
      encodings = SendEncodingsValidation.unscaledByDefault(encodings);
      SendEncodingsValidation.checkScales(encodings);
      checkFramerates(encodings);
    } else {
      encodings = SendEncodingsValidation.withoutVideoMembers(encodings);
    }
    return encodings;
  }

  private static void checkReadOnly(RTCRtpSendParameters next, RTCRtpSendParameters before) {
    if (next.encodings().size() != before.encodings().size()) {
      throw RTCException.invalidModification(
          "there are " + before.encodings().size() + " encodings, and their number cannot change");
    }
    requireSame(
        "the encodings' rids and order",
        next.encodings().stream().map(RTCRtpCodingParameters::rid).toList(),
        before.encodings().stream().map(RTCRtpCodingParameters::rid).toList());
    requireSame("transactionId", next.transactionId(), before.transactionId());
    requireSame("headerExtensions", next.headerExtensions(), before.headerExtensions());
    requireSame("rtcp", next.rtcp(), before.rtcp());
    requireSame("codecs", next.codecs(), before.codecs());
  }

  private static void requireSame(String member, Object next, Object before) {
    if (!next.equals(before)) {
      throw RTCException.invalidModification(member + " cannot change with setParameters");
    }
  }

  private static void checkCodecs(RTCRtpSendParameters parameters, List<RTCRtpCodec> implemented) {
    List<RTCRtpCodec> choosable =
        parameters.codecs().isEmpty()
            ? implemented
            : parameters.codecs().stream().map(RTCRtpCodecParameters::codec).toList();
    for (RTCRtpEncodingParameters encoding : parameters.encodings()) {
      RTCRtpCodec codec = encoding.codec();
      if (codec != null
          && choosable.stream().noneMatch(c -> CodecMatch.matchesSymmetrically(codec, c))) {
        throw RTCException.invalidModification(codec + " is not among the codecs to choose from");
      }
    }
  }

  private static void checkFramerates(List<RTCRtpEncodingParameters> encodings) {
    for (RTCRtpEncodingParameters encoding : encodings) {
      Double rate = encoding.maxFramerate();
      if (rate != null && rate < 0) {
        throw RTCException.range("maxFramerate is to be 0 or more, not " + rate);
      }
    }
  }
}
