package io.webrtc4j;

import io.webrtc4j.jsep.media.Encoding;
import io.webrtc4j.jsep.media.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sender sends, layer by layer (the {@code [[SendEncodings]]} of W3C WebRTC §5.2). Offer and
 * answer decide which layers there are, the user how each is sent.
 */
final class SendEncodings {
  private final MediaKind kind;
  private List<RTCRtpEncodingParameters> encodings;
  private @Nullable List<RTCRtpEncodingParameters> stableWithoutRid;

  SendEncodings(MediaKind kind, List<RTCRtpEncodingParameters> initial) {
    this.kind = kind;
    this.encodings = initial.isEmpty() ? List.of(lone(kind)) : List.copyOf(initial);
  }

  private static RTCRtpEncodingParameters lone(MediaKind kind) {
    RTCRtpEncodingParameters.Builder builder = RTCRtpEncodingParameters.builder();
    return kind == MediaKind.VIDEO ? builder.scaleResolutionDownBy(1.0).build() : builder.build();
  }

  /** What descriptions tell of them. */
  static List<Encoding> negotiable(List<RTCRtpEncodingParameters> encodings) {
    return encodings.stream().map(each -> new Encoding(each.rid(), each.active())).toList();
  }

  List<RTCRtpEncodingParameters> now() {
    return encodings;
  }

  /** Takes over the user's parameters of those layers that there are still. */
  void set(List<RTCRtpEncodingParameters> next) {
    encodings =
        encodings.stream()
            .map(
                now ->
                    next.stream()
                        .filter(each -> Objects.equals(each.rid(), now.rid()))
                        .findFirst()
                        .orElse(now))
            .toList();
  }

  /** Takes back the user's choice of codecs that were not negotiated (W3C WebRTC §4.4.1.5). */
  void keepCodecs(List<RTCRtpCodec> negotiated) {
    if (!negotiated.isEmpty()) {
      encodings = encodings.stream().map(each -> withCodecOf(each, negotiated)).toList();
    }
  }

  private static RTCRtpEncodingParameters withCodecOf(
      RTCRtpEncodingParameters encoding, List<RTCRtpCodec> negotiated) {
    RTCRtpCodec codec = encoding.codec();
    boolean kept =
        codec == null
            || negotiated.stream().anyMatch(each -> CodecMatch.matchesSymmetrically(each, codec));
    return kept ? encoding : encoding.toBuilder().codec(null).build();
  }

  /** Takes over which layers the descriptions have now; tells whether they are others. */
  boolean agree(List<Encoding> negotiated) {
    if (rids(encodings).equals(negotiated.stream().map(Encoding::rid).toList())) {
      return false;
    }
    if (negotiated.size() <= 1 && encodings.size() > 1) {
      encodings = List.of(matching(negotiated).orElse(encodings.get(0)));
      return true;
    }
    List<RTCRtpEncodingParameters> next = new ArrayList<>();
    for (int i = 0; i < negotiated.size(); i++) {
      next.add(known(negotiated.get(i)).orElse(proposed(negotiated.get(i), i, negotiated.size())));
    }
    encodings = next.isEmpty() ? encodings : List.copyOf(next);
    return true;
  }

  void keepStable() {
    boolean withoutRid = encodings.size() == 1 && encodings.get(0).rid() == null;
    stableWithoutRid = withoutRid ? encodings : null;
  }

  void rollBack() {
    List<RTCRtpEncodingParameters> kept = stableWithoutRid;
    if (kept != null && encodings.stream().anyMatch(each -> each.rid() != null)) {
      encodings = kept;
    }
  }

  private Optional<RTCRtpEncodingParameters> matching(List<Encoding> negotiated) {
    return negotiated.stream().flatMap(each -> known(each).stream()).findFirst();
  }

  private Optional<RTCRtpEncodingParameters> known(Encoding encoding) {
    return encodings.stream()
        .filter(each -> Objects.equals(each.rid(), encoding.rid()))
        .findFirst();
  }

  /** A layer that the peer asks for: each half as wide as the next. */
  private RTCRtpEncodingParameters proposed(Encoding encoding, int index, int count) {
    RTCRtpEncodingParameters.Builder builder =
        RTCRtpEncodingParameters.builder().rid(encoding.rid()).active(encoding.active());
    return kind == MediaKind.VIDEO
        ? builder.scaleResolutionDownBy(1 << (count - index - 1)).build()
        : builder.build();
  }

  private static List<@Nullable String> rids(List<RTCRtpEncodingParameters> encodings) {
    List<@Nullable String> rids = new ArrayList<>();
    encodings.forEach(each -> rids.add(each.rid()));
    return rids;
  }
}
