package io.webrtc4j.rtp.session;

import java.util.List;
import java.util.Map;

/**
 * One media section of a transport, as negotiated.
 *
 * @param id the caller's number for it; never used for another section of the same session
 * @param mid its identification-tag (RFC 9143 §15); empty if the peer gave none
 * @param video whether it is video, or else audio
 * @param sending whether we may send media at present; RTCP flows anyway
 * @param receiving whether the peer may send media at present
 * @param sendCodecs what we may send, best first; payload types are the peer's
 * @param receiveCodecs what we may be sent, best first; payload types are ours
 * @param sendExtensions the header extensions of our packets, numbers by URI
 * @param receiveExtensions the header extensions of the peer's packets, numbers by URI
 * @param reducedSizeRtcp whether the peer takes RTCP packets one by one (RFC 5506)
 * @param sendStreams what we send; one without a {@code rid}, or the versions of simulcast
 * @param receiveRids the versions that the peer sends, by name; none without simulcast
 * @param remoteSources the sources that the peer signalled, retransmissions included
 * @param remoteRetransmissions of those the sources that retransmit, with what they retransmit
 */
public record SectionConfig(
    int id,
    String mid,
    boolean video,
    boolean sending,
    boolean receiving,
    List<RtpCodec> sendCodecs,
    List<RtpCodec> receiveCodecs,
    Map<String, Integer> sendExtensions,
    Map<String, Integer> receiveExtensions,
    boolean reducedSizeRtcp,
    List<SendStreamConfig> sendStreams,
    List<String> receiveRids,
    List<Long> remoteSources,
    Map<Long, Long> remoteRetransmissions) {

  /** The collections are copied. */
  public SectionConfig {
    sendCodecs = List.copyOf(sendCodecs);
    receiveCodecs = List.copyOf(receiveCodecs);
    sendExtensions = Map.copyOf(sendExtensions);
    receiveExtensions = Map.copyOf(receiveExtensions);
    sendStreams = List.copyOf(sendStreams);
    receiveRids = List.copyOf(receiveRids);
    remoteSources = List.copyOf(remoteSources);
    remoteRetransmissions = Map.copyOf(remoteRetransmissions);
  }
}
