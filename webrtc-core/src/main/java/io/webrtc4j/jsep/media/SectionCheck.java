package io.webrtc4j.jsep.media;

import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MsidAttribute;
import io.webrtc4j.sdp.RidAttribute;
import io.webrtc4j.sdp.RtcpFbAttribute;
import io.webrtc4j.sdp.RtpmapAttribute;
import io.webrtc4j.sdp.SimulcastAttribute;
import io.webrtc4j.sdp.SsrcAttribute;
import io.webrtc4j.sdp.SsrcGroupAttribute;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses what contradicts itself; the rest, such as unknown codecs, is passed over. */
final class SectionCheck {
  private SectionCheck() {}

  static void check(MediaDescription section) throws NegotiationException {
    limits(section);
    payloadTypes(section);
    retransmissions(section);
    extensions(List.of(section));
    simulcast(section);
  }

  /**
   * RFC 9143 §9.1 wants payload types to mean one thing in a bundle, too. But Firefox gives a new
   * section its usual ones, whatever our offer called them, and packets are told apart by section
   * first.
   */
  static void bundle(List<MediaDescription> sections) throws NegotiationException {
    extensions(sections);
  }

  private static void limits(MediaDescription section) throws NegotiationException {
    limit("formats", section.formats().size(), MediaLimits.MAX_FORMATS);
    limit("rtpmap lines", section, MediaLimits.MAX_FORMATS, RtpmapAttribute.class);
    limit("fmtp lines", section, MediaLimits.MAX_PARAMETER_LINES, FmtpAttribute.class);
    limit("rtcp-fb lines", section, MediaLimits.MAX_FEEDBACK_LINES, RtcpFbAttribute.class);
    limit("extmap lines", section, MediaLimits.MAX_EXTENSIONS, ExtmapAttribute.class);
    limit("rid lines", section, MediaLimits.MAX_RIDS, RidAttribute.class);
    limit("msid lines", section, MediaLimits.MAX_STREAMS, MsidAttribute.class);
    limit("ssrc lines", section, MediaLimits.MAX_SOURCE_LINES, SsrcAttribute.class);
    limit("ssrc-group lines", section, MediaLimits.MAX_SOURCE_LINES, SsrcGroupAttribute.class);
    limit("rids in simulcast", simulcastRids(section).size(), MediaLimits.MAX_RIDS);
  }

  private static void limit(
      String what, MediaDescription section, int limit, Class<? extends Attribute> type)
      throws NegotiationException {
    limit(what, section.attributes(type).size(), limit);
  }

  private static void limit(String what, int count, int limit) throws NegotiationException {
    if (count > limit) {
      throw new NegotiationException(
          Kind.OPERATION, "a media section has at most " + limit + " " + what + ", not " + count);
    }
  }

  /** RFC 8866 §5.14 and §6.6: each is a number of seven bits that means one thing. */
  private static void payloadTypes(MediaDescription section) throws NegotiationException {
    for (String format : section.formats()) {
      if (Formats.payloadType(format).isEmpty()) {
        throw contradiction("a payload type is a number from 0 to 127, not " + format);
      }
    }
    Map<Integer, RtpmapAttribute> rtpmaps = new HashMap<>();
    for (RtpmapAttribute rtpmap : section.attributes(RtpmapAttribute.class)) {
      RtpmapAttribute old = rtpmaps.putIfAbsent(rtpmap.payloadType(), rtpmap);
      if (old != null && !same(old, rtpmap)) {
        throw contradiction(
            "payload type "
                + rtpmap.payloadType()
                + " means two things: "
                + old.value()
                + " and "
                + rtpmap.value());
      }
    }
  }

  private static boolean same(RtpmapAttribute one, RtpmapAttribute other) {
    return one.is(other.encodingName())
        && one.clockRate() == other.clockRate()
        && one.channels().orElse(1) == other.channels().orElse(1);
  }

  /** RFC 9429 §5.10: what is retransmitted must be there, whether we know it or not. */
  private static void retransmissions(MediaDescription section) throws NegotiationException {
    Set<String> formats = new HashSet<>(section.formats());
    for (Format format : Formats.of(section)) {
      if (format.codec().isRtx()
          && !formats.contains(Integer.toString(format.associated().get(0)))) {
        throw contradiction(
            "payload type "
                + format.payloadType()
                + " retransmits "
                + format.associated().get(0)
                + ", which the m= line does not have");
      }
    }
  }

  /** RFC 8285 §5; RFC 9143 §15 across a bundle. */
  private static void extensions(List<MediaDescription> sections) throws NegotiationException {
    Map<Integer, String> meanings = new HashMap<>();
    for (MediaDescription section : sections) {
      for (ExtmapAttribute extmap : section.attributes(ExtmapAttribute.class)) {
        String meaning = Extensions.meaning(extmap);
        String old = meanings.putIfAbsent(extmap.id(), meaning);
        if (old != null && !old.equals(meaning)) {
          throw contradiction(
              "extension number " + extmap.id() + " means two things: " + old + " and " + meaning);
        }
      }
    }
  }

  /** RFC 9429 §5.8.3. */
  private static void simulcast(MediaDescription section) throws NegotiationException {
    Set<String> rids = new HashSet<>();
    section.attributes(RidAttribute.class).forEach(line -> rids.add(line.id()));
    for (String rid : simulcastRids(section)) {
      if (!rids.contains(rid)) {
        throw contradiction("a=simulcast names " + rid + ", for which there is no a=rid line");
      }
    }
  }

  private static List<String> simulcastRids(MediaDescription section) {
    return section.attributes(SimulcastAttribute.class).stream()
        .flatMap(simulcast -> simulcast.directions().stream())
        .flatMap(direction -> direction.streams().stream())
        .flatMap(List::stream)
        .map(SimulcastAttribute.Stream::rid)
        .toList();
  }

  private static NegotiationException contradiction(String message) {
    return new NegotiationException(Kind.INVALID_ACCESS, message);
  }
}
