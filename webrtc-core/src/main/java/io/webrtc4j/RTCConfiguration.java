package io.webrtc4j;

import java.util.List;
import java.util.Objects;

/**
 * How a connection is to be established (W3C WebRTC §4.2.1). What is not set has the W3C's default.
 *
 * @param iceServers the STUN and TURN servers to use
 * @param iceTransportPolicy which candidates may be used
 * @param bundlePolicy what is gathered for a peer that does not bundle
 * @param rtcpMuxPolicy whether RTCP travels with RTP
 * @param certificates of which the first is used; empty to have one made
 * @param iceCandidatePoolSize for how many transports to gather candidates before there is a
 *     description, from 0 to 255
 * @param alwaysNegotiateDataChannels whether each offer has a section for data channels, and has it
 *     first, also before one was created (W3C WebRTC Extensions)
 */
public record RTCConfiguration(
    List<RTCIceServer> iceServers,
    RTCIceTransportPolicy iceTransportPolicy,
    RTCBundlePolicy bundlePolicy,
    RTCRtcpMuxPolicy rtcpMuxPolicy,
    List<RTCCertificate> certificates,
    int iceCandidatePoolSize,
    boolean alwaysNegotiateDataChannels) {
  /**
   * Copies the lists.
   *
   * @throws RTCException {@code TypeError} if the pool's size is out of range
   */
  public RTCConfiguration {
    iceServers = List.copyOf(iceServers);
    Objects.requireNonNull(iceTransportPolicy, "iceTransportPolicy");
    Objects.requireNonNull(bundlePolicy, "bundlePolicy");
    Objects.requireNonNull(rtcpMuxPolicy, "rtcpMuxPolicy");
    certificates = List.copyOf(certificates);
    Idl.octet("iceCandidatePoolSize", iceCandidatePoolSize);
  }

  /** No servers, and a certificate of its own for each connection. */
  public static RTCConfiguration defaults() {
    return builder().build();
  }

  /** A builder that begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that begins with this configuration. */
  public Builder toBuilder() {
    return builder()
        .iceServers(iceServers)
        .iceTransportPolicy(iceTransportPolicy)
        .bundlePolicy(bundlePolicy)
        .rtcpMuxPolicy(rtcpMuxPolicy)
        .certificates(certificates)
        .iceCandidatePoolSize(iceCandidatePoolSize)
        .alwaysNegotiateDataChannels(alwaysNegotiateDataChannels);
  }

  /** Collects the members; each has the W3C's default. */
  public static final class Builder {
    private List<RTCIceServer> iceServers = List.of();
    private RTCIceTransportPolicy iceTransportPolicy = RTCIceTransportPolicy.ALL;
    private RTCBundlePolicy bundlePolicy = RTCBundlePolicy.BALANCED;
    private RTCRtcpMuxPolicy rtcpMuxPolicy = RTCRtcpMuxPolicy.REQUIRE;
    private List<RTCCertificate> certificates = List.of();
    private int iceCandidatePoolSize;
    private boolean alwaysNegotiateDataChannels;

    private Builder() {}

    /** See {@link RTCConfiguration#iceServers()}; none by default. */
    public Builder iceServers(List<RTCIceServer> servers) {
      this.iceServers = servers;
      return this;
    }

    /** See {@link RTCConfiguration#iceServers()}; none by default. */
    public Builder iceServers(RTCIceServer... servers) {
      return iceServers(List.of(servers));
    }

    /** See {@link RTCConfiguration#iceTransportPolicy()}; {@code all} by default. */
    public Builder iceTransportPolicy(RTCIceTransportPolicy policy) {
      this.iceTransportPolicy = policy;
      return this;
    }

    /** See {@link RTCConfiguration#bundlePolicy()}; {@code balanced} by default. */
    public Builder bundlePolicy(RTCBundlePolicy policy) {
      this.bundlePolicy = policy;
      return this;
    }

    /** See {@link RTCConfiguration#rtcpMuxPolicy()}; {@code require} by default. */
    public Builder rtcpMuxPolicy(RTCRtcpMuxPolicy policy) {
      this.rtcpMuxPolicy = policy;
      return this;
    }

    /** See {@link RTCConfiguration#certificates()}; none by default. */
    public Builder certificates(List<RTCCertificate> certificates) {
      this.certificates = certificates;
      return this;
    }

    /** See {@link RTCConfiguration#certificates()}; none by default. */
    public Builder certificates(RTCCertificate... certificates) {
      return certificates(List.of(certificates));
    }

    /** See {@link RTCConfiguration#iceCandidatePoolSize()}; 0 by default. */
    public Builder iceCandidatePoolSize(int transports) {
      this.iceCandidatePoolSize = transports;
      return this;
    }

    /** See {@link RTCConfiguration#alwaysNegotiateDataChannels()}; false by default. */
    public Builder alwaysNegotiateDataChannels(boolean always) {
      this.alwaysNegotiateDataChannels = always;
      return this;
    }

    /** The dictionary. */
    public RTCConfiguration build() {
      return new RTCConfiguration(
          iceServers,
          iceTransportPolicy,
          bundlePolicy,
          rtcpMuxPolicy,
          certificates,
          iceCandidatePoolSize,
          alwaysNegotiateDataChannels);
    }
  }
}
