package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * How an offer is to be (W3C WebRTC §4.2.6, §4.4.3.2).
 *
 * @param iceRestart whether it has new ICE credentials, so that ICE begins anew
 * @param offerToReceiveAudio legacy: true adds a transceiver that receives audio if none does,
 *     false lets none receive; null leaves all as it is
 * @param offerToReceiveVideo the same for video
 */
public record RTCOfferOptions(
    boolean iceRestart,
    @Nullable Boolean offerToReceiveAudio,
    @Nullable Boolean offerToReceiveVideo) {
  /** Without the legacy members. */
  public RTCOfferOptions(boolean iceRestart) {
    this(iceRestart, null, null);
  }

  /** No ICE restart. */
  public static RTCOfferOptions defaults() {
    return new RTCOfferOptions(false);
  }
}
