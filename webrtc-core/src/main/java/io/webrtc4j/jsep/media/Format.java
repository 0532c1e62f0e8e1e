package io.webrtc4j.jsep.media;

import java.util.List;

/**
 * A codec under its payload type, as one section has it.
 *
 * @param payloadType 0 to 127
 * @param codec with parameters and feedback as they stand there
 * @param associated what {@code rtx} retransmits, or what {@code red} repeats; else none
 */
record Format(int payloadType, Codec codec, List<Integer> associated) {
  Format {
    associated = List.copyOf(associated);
  }

  /** What the payload type means: equal texts, equal meanings. */
  String meaning() {
    return meaning(codec, associated);
  }

  static String meaning(Codec codec, List<Integer> associated) {
    String identity = CodecIdentity.of(codec);
    return associated.isEmpty() ? identity : identity + " of " + associated;
  }

  /** Whether it retransmits this payload type. */
  boolean isRtxOf(int primary) {
    return codec.isRtx() && associated.contains(primary);
  }
}
