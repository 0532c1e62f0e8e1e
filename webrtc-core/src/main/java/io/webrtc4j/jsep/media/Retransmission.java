package io.webrtc4j.jsep.media;

/** Which codecs are retransmitted by an {@code rtx} without {@code apt} (RFC 4588 §8.1). */
final class Retransmission {
  private Retransmission() {}

  /** Whether this {@code rtx} stands for retransmissions of that codec, too. */
  static boolean applies(Codec rtx, Codec codec) {
    boolean repairable = codec.isRed() || (codec.isPrimary() && !codec.is(Codec.TELEPHONE_EVENT));
    return repairable && rtx.kind() == codec.kind() && rtx.clockRate() == codec.clockRate();
  }
}
