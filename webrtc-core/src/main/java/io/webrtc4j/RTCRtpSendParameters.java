package io.webrtc4j;

import java.util.List;
import java.util.Objects;

/**
 * How a sender sends (W3C WebRTC §5.2.4). To change it, take what the sender's {@code
 * getParameters()} gives, put other encodings in with {@link #toBuilder()} or {@link
 * #withEncodings}, and hand it to {@code setParameters} at once.
 *
 * @param transactionId tells which call of {@code getParameters} it comes from
 * @param encodings the encodings, which alone can be changed, except for their number, order and
 *     rids
 * @param headerExtensions the negotiated RTP header extensions
 * @param rtcp how RTCP is used
 * @param codecs the codecs to choose from
 */
public record RTCRtpSendParameters(
    String transactionId,
    List<RTCRtpEncodingParameters> encodings,
    List<RTCRtpHeaderExtensionParameters> headerExtensions,
    RTCRtcpParameters rtcp,
    List<RTCRtpCodecParameters> codecs)
    implements RTCRtpParameters {
  /** Copies the lists. */
  public RTCRtpSendParameters {
    Objects.requireNonNull(transactionId, "transactionId");
    encodings = List.copyOf(encodings);
    headerExtensions = List.copyOf(headerExtensions);
    Objects.requireNonNull(rtcp, "rtcp");
    codecs = List.copyOf(codecs);
  }

  /** The same parameters with other encodings. */
  public RTCRtpSendParameters withEncodings(List<RTCRtpEncodingParameters> changed) {
    return toBuilder().encodings(changed).build();
  }

  /** A builder with nothing in it but an empty transaction id. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that begins with these parameters. */
  public Builder toBuilder() {
    return builder()
        .transactionId(transactionId)
        .encodings(encodings)
        .headerExtensions(headerExtensions)
        .rtcp(rtcp)
        .codecs(codecs);
  }

  /** Collects the members. */
  public static final class Builder {
    private String transactionId = "";
    private List<RTCRtpEncodingParameters> encodings = List.of();
    private List<RTCRtpHeaderExtensionParameters> headerExtensions = List.of();
    private RTCRtcpParameters rtcp = new RTCRtcpParameters(null, false);
    private List<RTCRtpCodecParameters> codecs = List.of();

    private Builder() {}

    /** See {@link RTCRtpSendParameters#transactionId()}. */
    public Builder transactionId(String transactionId) {
      this.transactionId = transactionId;
      return this;
    }

    /** See {@link RTCRtpSendParameters#encodings()}. */
    public Builder encodings(List<RTCRtpEncodingParameters> encodings) {
      this.encodings = encodings;
      return this;
    }

    /** See {@link RTCRtpSendParameters#headerExtensions()}. */
    public Builder headerExtensions(List<RTCRtpHeaderExtensionParameters> extensions) {
      this.headerExtensions = extensions;
      return this;
    }

    /** See {@link RTCRtpSendParameters#rtcp()}. */
    public Builder rtcp(RTCRtcpParameters rtcp) {
      this.rtcp = rtcp;
      return this;
    }

    /** See {@link RTCRtpSendParameters#codecs()}. */
    public Builder codecs(List<RTCRtpCodecParameters> codecs) {
      this.codecs = codecs;
      return this;
    }

    /** The dictionary. */
    public RTCRtpSendParameters build() {
      return new RTCRtpSendParameters(transactionId, encodings, headerExtensions, rtcp, codecs);
    }
  }
}
