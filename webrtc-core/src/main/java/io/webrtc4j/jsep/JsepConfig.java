package io.webrtc4j.jsep;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.jsep.media.MediaCapabilities;
import java.util.List;

/**
 * What a negotiation knows of its own end. RTP and RTCP are always to share a transport ({@code
 * rtcpMuxPolicy} {@code require}).
 *
 * @param fingerprints of our certificates; at least one
 * @param maxMessageSize the largest data channel message that we take, in bytes
 * @param bundlePolicy which sections have a transport to fall back on
 * @param alwaysNegotiateDataChannels whether offers have a section for data also before there is a
 *     data channel, and in the first place
 * @param capabilities what we can do with media
 * @param receiveSimulcast whether all versions that a peer offers are accepted, or one
 */
public record JsepConfig(
    List<DtlsFingerprint> fingerprints,
    long maxMessageSize,
    BundlePolicy bundlePolicy,
    boolean alwaysNegotiateDataChannels,
    MediaCapabilities capabilities,
    boolean receiveSimulcast) {

  /** The list is copied. */
  public JsepConfig {
    fingerprints = List.copyOf(fingerprints);
    if (fingerprints.isEmpty()) {
      throw new IllegalArgumentException("a certificate's fingerprint is needed");
    }
  }
}
