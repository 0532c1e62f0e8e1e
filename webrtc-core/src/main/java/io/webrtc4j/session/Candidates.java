package io.webrtc4j.session;

import io.webrtc4j.ice.CandidateTransport;
import io.webrtc4j.ice.CandidateType;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.sdp.CandidateAttribute;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Candidates as SDP writes them and as the ICE agent takes them. Names are not looked up here, and
 * others than those that {@link HiddenCandidates} takes are not at all.
 */
final class Candidates {
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

  /** Digits, if any, then a colon keep the JDK from taking it for a name and asking the network. */
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*");

  private Candidates() {}

  static CandidateAttribute toAttribute(IceCandidate candidate) {
    return toAttribute(candidate, literal(candidate.address()));
  }

  /** The candidate with {@code address} in place of its address. */
  static CandidateAttribute toAttribute(IceCandidate candidate, String address) {
    Optional<InetSocketAddress> related = Optional.ofNullable(candidate.relatedAddress());
    return new CandidateAttribute(
        // The agent marks those that it learned from checks by a character that SDP has not.
        candidate.foundation().replace('!', '+'),
        candidate.component(),
        candidate.transport().name().toLowerCase(Locale.ROOT),
        candidate.priority(),
        address,
        candidate.address().getPort(),
        candidate.type().token(),
        related.map(Candidates::literal),
        related.isPresent() ? OptionalInt.of(related.get().getPort()) : OptionalInt.empty(),
        List.of());
  }

  /** The candidate for the agent, or empty where it cannot be used and is passed over. */
  static Optional<IceCandidate> toIce(CandidateAttribute attribute) {
    return address(attribute.address()).flatMap(address -> toIce(attribute, address));
  }

  /** As {@link #toIce(CandidateAttribute)}, with what the name in it stands for. */
  static Optional<IceCandidate> toIce(CandidateAttribute attribute, InetAddress address) {
    Optional<CandidateType> type = CandidateType.ofToken(attribute.candidateType());
    if (!attribute.isUdp() || type.isEmpty() || attribute.port() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new IceCandidate(
            attribute.foundation(),
            attribute.component(),
            CandidateTransport.UDP,
            attribute.priority(),
            new InetSocketAddress(address, attribute.port()),
            type.get(),
            null));
  }

  private static Optional<InetAddress> address(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** The address without the zone that the JDK appends to IPv6 addresses of an interface. */
  static String literal(InetSocketAddress address) {
    String text = address.getAddress().getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }
}
