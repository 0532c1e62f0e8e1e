package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code a=candidate}: an address at which the sender may be reached (RFC 8839 §5.1). Transport and
 * type are text, because any token is legal there; who does not know one ignores the candidate.
 *
 * @param foundation 1 to 32 characters
 * @param component 1 for RTP and all else, 2 for RTCP; up to 256
 * @param transport {@code udp} or {@code tcp} in the sender's letter case, or another
 * @param priority 0 to 2^32-1; RFC 8839 has 1 to 2^31-1
 * @param address an IP address or a name
 * @param port 0 to 65535; 9 for active TCP
 * @param candidateType {@code host}, {@code srflx}, {@code prflx}, {@code relay} or another
 * @param relatedAddress the address behind {@code raddr}
 * @param relatedPort the port behind it
 * @param extensions names and values in their order, {@code tcptype} among them
 */
public record CandidateAttribute(
    String foundation,
    int component,
    String transport,
    long priority,
    String address,
    int port,
    String candidateType,
    Optional<String> relatedAddress,
    OptionalInt relatedPort,
    List<Extension> extensions)
    implements Attribute {
  static final String NAME = "candidate";

  private static final int MAX_FOUNDATION_LENGTH = 32;
  private static final int MAX_COMPONENT = 256;
  private static final long MAX_PRIORITY = 0xFFFF_FFFFL;
  private static final int MAX_LINE_LENGTH = 4096;
  private static final String PREFIX = NAME + ":";
  private static final String LINE_PREFIX = "a=";

  /**
   * A name and a value behind a candidate's own fields.
   *
   * @param name for example {@code tcptype}, {@code generation}, {@code ufrag}
   * @param value without white space
   */
  public record Extension(String name, String value) {
    /** An extension by name and value. */
    public Extension {
      Grammar.requireVisible("extension name", name);
      Grammar.requireVisible("extension value", value);
    }
  }

  /** A candidate by its fields. */
  public CandidateAttribute {
    Grammar.requireIceChars("foundation", foundation, 1, MAX_FOUNDATION_LENGTH);
    Grammar.requireRange("component", component, 1, MAX_COMPONENT);
    Grammar.requireToken("transport", transport);
    Grammar.requireRange("priority", priority, 0, MAX_PRIORITY);
    Grammar.requireVisible("address", address);
    Grammar.requireRange("port", port, 0, MediaLine.MAX_PORT);
    Grammar.requireToken("candidate type", candidateType);
    relatedAddress.ifPresent(related -> Grammar.requireVisible("related address", related));
    relatedPort.ifPresent(
        related -> Grammar.requireRange("related port", related, 0, MediaLine.MAX_PORT));
    extensions = List.copyOf(extensions);
  }

  /**
   * Reads a candidate as RTCIceCandidateInit has it: {@code candidate:…}, with or without {@code
   * a=} in front.
   *
   * @throws SdpParseException if it is malformed
   */
  public static CandidateAttribute parse(String text) throws SdpParseException {
    String line = text.stripTrailing();
    int start = line.startsWith(LINE_PREFIX) ? LINE_PREFIX.length() : 0;
    if (!line.startsWith(PREFIX, start)) {
      throw new SdpParseException(1, start + 1, "a candidate begins with \"" + PREFIX + "\"");
    }
    start += PREFIX.length();
    if (line.length() > MAX_LINE_LENGTH) {
      throw new SdpParseException(
          1, MAX_LINE_LENGTH, "a candidate has at most " + MAX_LINE_LENGTH + " characters");
    }
    return parse(new FieldReader(1, line, start));
  }

  static CandidateAttribute parse(FieldReader fields) throws SdpParseException {
    String foundation = fields.iceChars("foundation", 1, MAX_FOUNDATION_LENGTH);
    int component = (int) fields.number("component", 1, MAX_COMPONENT);
    String transport = fields.token("transport");
    long priority = fields.number("priority", 0, MAX_PRIORITY);
    String address = fields.field("address");
    int port = (int) fields.number("port", 0, MediaLine.MAX_PORT);
    if (!fields.skipField("typ")) {
      throw fields.error("\"typ\" is expected here");
    }
    String type = fields.token("candidate type");
    Optional<String> relatedAddress = Optional.empty();
    if (fields.skipField("raddr")) {
      relatedAddress = Optional.of(fields.field("related address"));
    }
    OptionalInt relatedPort = OptionalInt.empty();
    if (fields.skipField("rport")) {
      relatedPort = OptionalInt.of((int) fields.number("related port", 0, MediaLine.MAX_PORT));
    }
    List<Extension> extensions = new ArrayList<>();
    while (fields.hasMore()) {
      String name = fields.field("extension name");
      extensions.add(new Extension(name, fields.field("extension value")));
    }
    return new CandidateAttribute(
        foundation,
        component,
        transport,
        priority,
        address,
        port,
        type,
        relatedAddress,
        relatedPort,
        extensions);
  }

  /** Whether it is of UDP; letter case does not matter. */
  public boolean isUdp() {
    return transport.equalsIgnoreCase("udp");
  }

  /** Whether it is of TCP; letter case does not matter. */
  public boolean isTcp() {
    return transport.equalsIgnoreCase("tcp");
  }

  /** {@code active}, {@code passive} or {@code so}, for TCP (RFC 6544 §4.5). */
  public Optional<String> tcpType() {
    return extension("tcptype");
  }

  /** The username fragment of the ICE generation that the candidate belongs to. */
  public Optional<String> ufrag() {
    return extension("ufrag");
  }

  /** The value of the first extension of this name. */
  public Optional<String> extension(String name) {
    return extensions.stream()
        .filter(extension -> extension.name().equals(name))
        .map(Extension::value)
        .findFirst();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    StringBuilder text = new StringBuilder(foundation);
    text.append(' ').append(component).append(' ').append(transport).append(' ').append(priority);
    text.append(' ').append(address).append(' ').append(port).append(" typ ").append(candidateType);
    relatedAddress.ifPresent(related -> text.append(" raddr ").append(related));
    relatedPort.ifPresent(related -> text.append(" rport ").append(related));
    for (Extension extension : extensions) {
      text.append(' ').append(extension.name()).append(' ').append(extension.value());
    }
    return text.toString();
  }

  /** The candidate as RTCIceCandidate has it: {@code candidate:…}, without {@code a=}. */
  @Override
  public String text() {
    return Attribute.super.text();
  }
}
