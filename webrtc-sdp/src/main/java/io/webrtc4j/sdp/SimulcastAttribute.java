package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code a=simulcast}: the versions of one medium (RFC 8853 §5.1).
 *
 * @param directions one or two, each another way
 */
public record SimulcastAttribute(List<Streams> directions) implements Attribute {
  static final String NAME = "simulcast";

  private static final String SEND = "send";
  private static final String RECEIVE = "recv";
  private static final String PAUSED = "~";

  /**
   * One version, by its {@link RidAttribute}.
   *
   * @param rid its name
   * @param paused whether it begins paused: {@code ~}
   */
  public record Stream(String rid, boolean paused) {
    /** A version by its fields. */
    public Stream {
      RidAttribute.requireId(rid);
    }

    @Override
    public String toString() {
      return paused ? PAUSED + rid : rid;
    }
  }

  /**
   * The versions that go one way.
   *
   * @param send whether the writer sends them, or else receives them
   * @param streams in order of preference; for each the alternatives, of which one is to be used
   */
  public record Streams(boolean send, List<List<Stream>> streams) {
    /** Versions by their fields. */
    public Streams {
      streams = streams.stream().map(List::copyOf).toList();
      if (streams.isEmpty() || streams.stream().anyMatch(List::isEmpty)) {
        throw new IllegalArgumentException("at least one version, with one alternative, is needed");
      }
    }

    @Override
    public String toString() {
      List<String> versions = new ArrayList<>();
      for (List<Stream> alternatives : streams) {
        versions.add(String.join(",", alternatives.stream().map(Stream::toString).toList()));
      }
      return (send ? SEND : RECEIVE) + " " + String.join(";", versions);
    }
  }

  /** An attribute by its directions. */
  public SimulcastAttribute {
    directions = List.copyOf(directions);
    if (directions.isEmpty()
        || directions.size() > 2
        || (directions.size() == 2 && directions.get(0).send() == directions.get(1).send())) {
      throw new IllegalArgumentException("simulcast goes one way, or each way once");
    }
  }

  /** Versions without alternatives that go one way. */
  public static SimulcastAttribute of(boolean send, List<String> rids) {
    return new SimulcastAttribute(
        List.of(
            new Streams(send, rids.stream().map(rid -> List.of(new Stream(rid, false))).toList())));
  }

  static SimulcastAttribute parse(FieldReader fields) throws SdpParseException {
    if (!fields.hasMore()) {
      fields.ignoreErrors(); // No version at all.
    }
    Streams first = streams(fields);
    if (!fields.hasMore()) {
      return new SimulcastAttribute(List.of(first));
    }
    int start = fields.position();
    Streams second = streams(fields);
    if (first.send() == second.send()) {
      throw fields.errorAt(start, "a direction is given twice");
    }
    fields.end();
    return new SimulcastAttribute(List.of(first, second));
  }

  private static Streams streams(FieldReader fields) throws SdpParseException {
    int start = fields.position();
    String direction = fields.token("direction");
    if (!direction.equals(SEND) && !direction.equals(RECEIVE)) {
      throw fields.errorAt(start, "the direction must be send or recv");
    }
    start = fields.position();
    List<List<Stream>> streams = new ArrayList<>();
    for (String alternatives : fields.field("list of rids").split(";", -1)) {
      List<Stream> stream = new ArrayList<>();
      for (String alternative : alternatives.split(",", -1)) {
        boolean paused = alternative.startsWith(PAUSED);
        String rid = paused ? alternative.substring(PAUSED.length()) : alternative;
        requireRid(fields, start, rid);
        stream.add(new Stream(rid, paused));
      }
      streams.add(stream);
    }
    return new Streams(direction.equals(SEND), streams);
  }

  private static void requireRid(FieldReader fields, int start, String rid)
      throws SdpParseException {
    if (rid.isEmpty()) {
      throw fields.errorAt(start, "a rid in the list is empty");
    }
    if (!RidAttribute.isId(rid)) {
      fields.ignoreErrors(); // Such as the drafts' rid=1;2, which Chromium passes over.
      throw fields.errorAt(start, "a rid has letters, digits, hyphens and underscores");
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return String.join(" ", directions.stream().map(Streams::toString).toList());
  }
}
