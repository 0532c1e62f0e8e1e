package io.webrtc4j.jsep.media;

/** Which codecs {@code red} repeats (RFC 2198). */
final class Redundancy {
  private Redundancy() {}

  /** Whether packets of this {@code red} may carry that codec. */
  static boolean canRepeat(Codec red, Codec codec) {
    return codec.isPrimary()
        && !codec.is(Codec.TELEPHONE_EVENT)
        && codec.clockRate() == red.clockRate()
        && codec.channels() == red.channels();
  }
}
