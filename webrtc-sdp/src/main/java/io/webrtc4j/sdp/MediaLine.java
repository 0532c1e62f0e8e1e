package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The {@code m=} line that begins a media description (RFC 8866 §5.14).
 *
 * @param media {@code audio}, {@code video}, {@code application} or another
 * @param port 0 to 65535
 * @param portCount how many ports, at least 1, if it is given
 * @param protocol such as {@code UDP/DTLS/SCTP}
 * @param formats payload types, at most 127 where the protocol is of RTP, or {@code
 *     webrtc-datachannel}; at least one
 */
public record MediaLine(
    String media, int port, OptionalInt portCount, String protocol, List<String> formats)
    implements Line {
  static final int MAX_PORT = 65_535;

  private static final String TOO_LARGE = "a payload type is from 0 to 127";

  /** A line by its fields. */
  public MediaLine {
    Grammar.requireToken("media type", media);
    Grammar.requireRange("port", port, 0, MAX_PORT);
    portCount.ifPresent(count -> Grammar.requireRange("port count", count, 1, MAX_PORT));
    Grammar.requireVisible("protocol", protocol);
    formats = Grammar.requireAllVisible("format", formats);
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("at least one format is needed");
    }
    if (formats.stream().anyMatch(format -> isTooLarge(format, protocol))) {
      throw new IllegalArgumentException(TOO_LARGE);
    }
  }

  static MediaLine parse(FieldReader fields) throws SdpParseException {
    String media = fields.token("media type");
    int port = (int) fields.number("port", 0, MAX_PORT);
    OptionalInt count = OptionalInt.empty();
    if (fields.skip('/')) {
      count = OptionalInt.of((int) fields.number("port count", 1, MAX_PORT));
    }
    String protocol = fields.field("protocol");
    return new MediaLine(media, port, count, protocol, formats(fields, protocol));
  }

  private static List<String> formats(FieldReader fields, String protocol)
      throws SdpParseException {
    List<String> formats = new ArrayList<>();
    while (fields.hasMore()) {
      int start = fields.position();
      if (formats.size() == SessionDescription.MAX_FORMATS) {
        throw fields.errorAt(
            start, "an m= line has at most " + SessionDescription.MAX_FORMATS + " formats");
      }
      String format = fields.field("format");
      if (isTooLarge(format, protocol)) {
        throw fields.errorAt(start, TOO_LARGE);
      }
      formats.add(format);
    }
    if (formats.isEmpty()) {
      throw fields.error("at least one format is missing");
    }
    return formats;
  }

  /** RTP has seven bits for a payload type (RFC 3550 §5.1). */
  private static boolean isTooLarge(String format, String protocol) {
    return protocol.contains("RTP/")
        && CharClass.DIGIT.containsAll(format)
        && FormatParameters.parse(format, 0, RtpmapAttribute.MAX_PAYLOAD_TYPE).isEmpty();
  }

  @Override
  public char type() {
    return 'm';
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(media).append(' ').append(port);
    portCount.ifPresent(count -> text.append('/').append(count));
    text.append(' ').append(protocol);
    formats.forEach(format -> text.append(' ').append(format));
    return text.toString();
  }
}
