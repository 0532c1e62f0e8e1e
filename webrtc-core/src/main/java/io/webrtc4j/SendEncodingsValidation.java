package io.webrtc4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The "addTransceiver sendEncodings validation steps" of W3C WebRTC §5.1.2. */
final class SendEncodingsValidation {
  /** More video encodings are cut off: as many as a sender may ever need. */
  static final int MAX_VIDEO_ENCODINGS = 8;

  private static final int MAX_AUDIO_ENCODINGS = 1;

  /** RFC 8851 §10, in the length that fits into an RTP header extension (RFC 8285 §4.3). */
  private static final Pattern RID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  private static final String VIDEO = "video";

  private SendEncodingsValidation() {}

  /**
   * The encodings to begin with; empty if none are given.
   *
   * @param kind {@code audio} or {@code video}
   * @param implemented what can be sent, of this kind
   * @throws RTCException {@code TypeError} for what is wrong with rids, {@code OperationError} for
   *     an unknown codec, {@code RangeError} for numbers out of range
   */
  static List<RTCRtpEncodingParameters> valid(
      List<RTCRtpEncodingParameters> sendEncodings, String kind, List<RTCRtpCodec> implemented) {
    checkRids(sendEncodings);
    checkCodecs(sendEncodings, implemented);
    boolean video = kind.equals(VIDEO);
    List<RTCRtpEncodingParameters> encodings =
        video ? sendEncodings : withoutVideoMembers(sendEncodings);
    checkNumbers(encodings);
    if (encodings.stream().anyMatch(encoding -> encoding.scaleResolutionDownBy() != null)) {
      encodings = unscaledByDefault(encodings);
    }
    int max = video ? MAX_VIDEO_ENCODINGS : MAX_AUDIO_ENCODINGS;
    encodings = encodings.subList(0, Math.min(max, encodings.size()));
    if (video) {
      encodings = smallerToLarger(encodings);
    }
    return encodings.size() == 1
        ? List.of(encodings.get(0).toBuilder().rid(null).build())
        : List.copyOf(encodings);
  }

  /** What a sender has that was given none ("create an RTCRtpSender", W3C WebRTC §5.2). */
  static RTCRtpEncodingParameters single(String kind) {
    RTCRtpEncodingParameters encoding = RTCRtpEncodingParameters.defaults();
    return kind.equals(VIDEO) ? scaled(encoding, 1) : encoding;
  }

  /** What is about video alone is removed from encodings of audio. */
  static List<RTCRtpEncodingParameters> withoutVideoMembers(
      List<RTCRtpEncodingParameters> encodings) {
    return encodings.stream()
        .map(e -> e.toBuilder().scaleResolutionDownBy(null).maxFramerate(null).build())
        .toList();
  }

  /** An encoding that is not told how to scale does not. */
  static List<RTCRtpEncodingParameters> unscaledByDefault(
      List<RTCRtpEncodingParameters> encodings) {
    return encodings.stream()
        .map(encoding -> encoding.scaleResolutionDownBy() == null ? scaled(encoding, 1) : encoding)
        .toList();
  }

  /**
   * Checks that none enlarges.
   *
   * @throws RTCException {@code RangeError} if one does
   */
  static void checkScales(List<RTCRtpEncodingParameters> encodings) {
    for (RTCRtpEncodingParameters encoding : encodings) {
      Double scale = encoding.scaleResolutionDownBy();
      if (scale != null && scale < 1) {
        throw RTCException.range("scaleResolutionDownBy is to be 1 or more, not " + scale);
      }
    }
  }

  private static void checkRids(List<RTCRtpEncodingParameters> encodings) {
    Set<String> rids = new HashSet<>();
    for (RTCRtpEncodingParameters encoding : encodings) {
      String rid = encoding.rid();
      if (rid != null && !RID.matcher(rid).matches()) {
        throw RTCException.type(
            "the rid \"" + rid + "\" is not of 1 to 255 letters, digits, '-' and '_'");
      }
      if (rid != null && !rids.add(rid)) {
        throw RTCException.type("two encodings have the rid \"" + rid + "\"");
      }
    }
    if (!rids.isEmpty() && encodings.stream().anyMatch(encoding -> encoding.rid() == null)) {
      throw RTCException.type("either all encodings need a rid, or none");
    }
  }

  private static void checkCodecs(
      List<RTCRtpEncodingParameters> encodings, List<RTCRtpCodec> implemented) {
    encodings.stream()
        .map(RTCRtpEncodingParameters::codec)
        .filter(Objects::nonNull)
        .filter(codec -> implemented.stream().noneMatch(ours -> CodecMatch.matches(codec, ours)))
        .findFirst()
        .ifPresent(
            codec -> {
              throw RTCException.operation(
                  codec + " is not among the codecs that getCapabilities lists for this kind");
            });
  }

  private static void checkNumbers(List<RTCRtpEncodingParameters> encodings) {
    checkScales(encodings);
    for (RTCRtpEncodingParameters encoding : encodings) {
      Double rate = encoding.maxFramerate();
      if (rate != null && rate <= 0) {
        throw RTCException.range("maxFramerate is to be more than 0, not " + rate);
      }
    }
  }

  /** Where no scale is given, the last encoding is of full size, each before of half the next. */
  private static List<RTCRtpEncodingParameters> smallerToLarger(
      List<RTCRtpEncodingParameters> encodings) {
    List<RTCRtpEncodingParameters> scaled = new ArrayList<>();
    for (int i = 0; i < encodings.size(); i++) {
      RTCRtpEncodingParameters encoding = encodings.get(i);
      boolean given = encoding.scaleResolutionDownBy() != null;
      scaled.add(given ? encoding : scaled(encoding, 1 << (encodings.size() - i - 1)));
    }
    return scaled;
  }

  private static RTCRtpEncodingParameters scaled(RTCRtpEncodingParameters encoding, double by) {
    return encoding.toBuilder().scaleResolutionDownBy(by).build();
  }
}
