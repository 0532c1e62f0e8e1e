package io.webrtc4j.jsep.media;

import java.util.List;

/**
 * What offer and answer agree on for one section. That codecs are listed for one way does not say
 * that media flows: the direction of the section does.
 *
 * @param send what we may send, in the peer's order of preference, with its payload types and
 *     parameters (RFC 9429 §5.11)
 * @param receive what we may be sent, in our order of preference, with our payload types and
 *     parameters
 * @param sendExtensions which header extensions our packets may have
 * @param receiveExtensions which header extensions the peer's packets may have
 * @param mixedExtensions whether headers of one and of two bytes may be mixed (RFC 8285 §6)
 * @param reducedSizeRtcp whether RTCP packets may be sent one by one (RFC 5506)
 * @param sendEncodings the versions that we may send, in our order of preference; at least one
 * @param receiveEncodings the versions that the peer sends, by name; none without simulcast
 * @param sendLimits what the peer asks for
 * @param remote what the peer says of its sources and streams
 */
public record MediaParameters(
    List<NegotiatedCodec> send,
    List<NegotiatedCodec> receive,
    List<NegotiatedExtension> sendExtensions,
    List<NegotiatedExtension> receiveExtensions,
    boolean mixedExtensions,
    boolean reducedSizeRtcp,
    List<Encoding> sendEncodings,
    List<Encoding> receiveEncodings,
    SendLimits sendLimits,
    RemoteSources remote) {
  /** Parameters by their fields. */
  public MediaParameters {
    send = List.copyOf(send);
    receive = List.copyOf(receive);
    sendExtensions = List.copyOf(sendExtensions);
    receiveExtensions = List.copyOf(receiveExtensions);
    sendEncodings = List.copyOf(sendEncodings);
    receiveEncodings = List.copyOf(receiveEncodings);
  }
}
