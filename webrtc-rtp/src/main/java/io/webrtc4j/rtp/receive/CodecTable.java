package io.webrtc4j.rtp.receive;

import io.webrtc4j.rtp.session.RtpCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each payload type means. */
final class CodecTable {
  private static final String NACK = "nack";
  private static final String PLI = "nack pli";
  private static final String FIR = "ccm fir";

  enum Kind {
    MEDIA,
    /** RFC 2198: payloads of other types in one. */
    REDUNDANT,
    /** Repairs others; not made use of. */
    ERROR_CORRECTION,
    /** RFC 4733 and RFC 3389: no frame of what is heard otherwise. */
    SIGNAL
  }

  record Entry(Kind kind, RtpCodec codec) {}

  private final Map<Integer, Entry> byPayloadType = new HashMap<>();
  private final Map<Integer, Integer> originals = new HashMap<>();
  private boolean nack;
  private boolean pli;
  private boolean fir;

  CodecTable(List<RtpCodec> codecs) {
    for (RtpCodec codec : codecs) {
      byPayloadType.putIfAbsent(codec.payloadType(), new Entry(kind(codec), codec));
      if (codec.rtxPayloadType() != RtpCodec.NO_RTX) {
        originals.putIfAbsent(codec.rtxPayloadType(), codec.payloadType());
      }
      nack |= codec.feedback().contains(NACK);
      pli |= codec.feedback().contains(PLI);
      fir |= codec.feedback().contains(FIR);
    }
  }

  private static Kind kind(RtpCodec codec) {
    return switch (codec.name().toLowerCase(Locale.ROOT)) {
      case "red" -> Kind.REDUNDANT;
      case "ulpfec", "flexfec", "flexfec-03" -> Kind.ERROR_CORRECTION;
      case "telephone-event", "cn" -> Kind.SIGNAL;
      default -> Kind.MEDIA;
    };
  }

  /** What is known of a payload type, or null. */
  @Nullable Entry get(int payloadType) {
    return byPayloadType.get(payloadType);
  }

  /** What this payload type retransmits (RFC 4588 §8.1, "apt"), or null. */
  @Nullable Integer original(int rtxPayloadType) {
    return originals.get(rtxPayloadType);
  }

  boolean nack() {
    return nack;
  }

  boolean pli() {
    return pli;
  }

  boolean fir() {
    return fir;
  }
}
