package io.webrtc4j.sdp;

import io.webrtc4j.sdp.CandidateAttribute.Extension;
import io.webrtc4j.sdp.TimeZoneAdjustments.Adjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Sessions of all lines and attributes that there are, with any values that they may have. */
final class Sessions {
  private static final int MAX_LINES = 8;
  private static final int MAX_MEDIA = 3;

  private Sessions() {}

  static Arbitrary<SessionDescription> any() {
    Arbitrary<Line> later =
        Arbitraries.oneOf(either(), timing(), timing(), repeatTimes(), zones(), contact());
    return Combinators.combine(
            Arbitraries.of(LineEnding.class),
            Combinators.combine(origin(), text().map(SessionName::new)).as(List::<Line>of),
            once(information(), text().map(DescriptionUri::new), encryptionKey(), connection()),
            timing(),
            later.list().ofMaxSize(MAX_LINES),
            media().list().ofMaxSize(MAX_MEDIA))
        .as(Sessions::session);
  }

  private static SessionDescription session(
      LineEnding ending,
      List<Line> originAndName,
      List<Line> once,
      Line timing,
      List<Line> later,
      List<MediaDescription> media) {
    List<Line> lines = new ArrayList<>(List.of(new ProtocolVersion()));
    lines.addAll(originAndName);
    lines.addAll(once);
    lines.add(timing);
    lines.addAll(later);
    return new SessionDescription(ending, lines, media);
  }

  private static Arbitrary<MediaDescription> media() {
    Arbitrary<Line> line = Arbitraries.oneOf(either(), connection());
    return Combinators.combine(
            mediaLine(), once(information(), encryptionKey()), line.list().ofMaxSize(MAX_LINES))
        .as((mediaLine, once, more) -> new MediaDescription(mediaLine, Lines.plus(once, more)));
  }

  /** Some of these lines, in their order. */
  @SafeVarargs
  private static Arbitrary<List<Line>> once(Arbitrary<? extends Line>... lines) {
    List<Arbitrary<List<Line>>> optional = new ArrayList<>();
    for (Arbitrary<? extends Line> line : lines) {
      optional.add(line.optional(0.5).map(o -> o.map(List::<Line>of).orElseGet(List::of)));
    }
    return Combinators.combine(optional).as(lists -> lists.stream().flatMap(List::stream).toList());
  }

  private static Arbitrary<Line> information() {
    return text().map(Information::new);
  }

  private static Arbitrary<Line> encryptionKey() {
    return Combinators.combine(token(), text().injectNull(0.2)).as(EncryptionKey::new);
  }

  /** Lines for both levels. */
  private static Arbitrary<Line> either() {
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(token(), Arbitraries.longs().greaterOrEqual(0)).as(Bandwidth::new),
            Combinators.combine(Arbitraries.chars().range('A', 'Z'), text()).as(UnknownLine::new),
            Attributes.any().map(attribute -> attribute)));
  }

  private static Arbitrary<Line> origin() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
    return Combinators.combine(visible(), digits, digits, token(), token(), visible())
        .as(Origin::new);
  }

  private static Arbitrary<Line> timing() {
    Arbitrary<Long> time = Arbitraries.longs().greaterOrEqual(0);
    return Combinators.combine(time, time).as(Timing::new);
  }

  private static Arbitrary<TypedTime> time(long min) {
    return Combinators.combine(
            Arbitraries.longs().between(min, 1_000_000_000_000L),
            Arbitraries.of(TypedTime.Unit.class))
        .as(TypedTime::new);
  }

  private static Arbitrary<Line> contact() {
    return Arbitraries.oneOf(text().map(EmailAddress::new), text().map(PhoneNumber::new));
  }

  private static Arbitrary<Line> repeatTimes() {
    return Combinators.combine(time(1), time(0), time(0).list().ofMinSize(1).ofMaxSize(3))
        .as(RepeatTimes::new);
  }

  private static Arbitrary<Line> zones() {
    return Combinators.combine(Arbitraries.longs().greaterOrEqual(0), time(-1_000_000_000_000L))
        .as(Adjustment::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(TimeZoneAdjustments::new);
  }

  private static Arbitrary<Line> connection() {
    Arbitrary<OptionalInt> count = optional(Arbitraries.integers().greaterOrEqual(1));
    Arbitrary<OptionalInt> ttl = Arbitraries.integers().between(0, 255).map(OptionalInt::of);
    Arbitrary<String> address = visible().filter(a -> a.indexOf('/') < 0);
    return Arbitraries.oneOf(
        Combinators.combine(address, ttl, count)
            .as((a, t, c) -> new ConnectionData("IN", "IP4", a, t, c)),
        Combinators.combine(address, count)
            .as((a, c) -> new ConnectionData("IN", "IP6", a, OptionalInt.empty(), c)),
        address.map(ConnectionData::of));
  }

  private static Arbitrary<MediaLine> mediaLine() {
    return Combinators.combine(
            token(),
            port(),
            optional(Arbitraries.integers().between(1, 65_535)),
            visible(),
            visible().list().ofMinSize(1).ofMaxSize(4))
        .as(MediaLine::new);
  }

  static Arbitrary<Integer> port() {
    return Arbitraries.integers().between(0, 65_535);
  }

  static Arbitrary<OptionalInt> optional(Arbitrary<Integer> value) {
    return value.optional().map(o -> o.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  static Arbitrary<String> token() {
    return strings(CharClass.TOKEN, 1, 12);
  }

  static Arbitrary<String> iceChars(int min, int max) {
    return strings(CharClass.ICE, min, max);
  }

  static Arbitrary<String> visible() {
    return strings(CharClass.VISIBLE, 1, 12);
  }

  static Arbitrary<String> text() {
    return strings(CharClass.BYTE_STRING, 0, 20);
  }

  private static Arbitrary<String> strings(CharClass charClass, int min, int max) {
    StringBuilder chars = new StringBuilder();
    for (char c = 0; c < 0x180; c++) {
      chars.append(c);
    }
    chars.append("\u2028\ud83d\ude42\ufeff\uffff");
    String contained =
        chars
            .chars()
            .filter(c -> charClass.contains((char) c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Arbitraries.strings().withChars(contained).ofMinLength(min).ofMaxLength(max);
  }

  /** Every kind of attribute. */
  static final class Attributes {
    private Attributes() {}

    static Arbitrary<Attribute> any() {
      return Arbitraries.oneOf(
          List.of(ice(), dtls(), sctp(), grouping(), MediaAttributes.any(), unknown()));
    }

    private static Arbitrary<Attribute> ice() {
      return Arbitraries.oneOf(
          List.of(
              iceChars(4, 256).map(IceUfragAttribute::new),
              iceChars(22, 256).map(IcePwdAttribute::new),
              visible().list().ofMinSize(1).ofMaxSize(3).map(IceOptionsAttribute::new),
              Arbitraries.of(new IceLiteAttribute(), new EndOfCandidatesAttribute()),
              candidate()));
    }

    private static Arbitrary<Attribute> candidate() {
      Arbitrary<Extension> extension =
          Combinators.combine(visible(), visible())
              .as(Extension::new)
              .filter(e -> !e.name().equals("raddr") && !e.name().equals("rport"));
      return Combinators.combine(
              iceChars(1, 32),
              Arbitraries.integers().between(1, 256),
              Arbitraries.longs().between(0, 0xFFFF_FFFFL),
              visible(),
              port(),
              token(),
              visible().optional(),
              optional(port()))
          .flatAs(
              (foundation, component, priority, address, port, type, related, relatedPort) ->
                  Combinators.combine(token(), extension.list().ofMaxSize(3))
                      .as(
                          (transport, extensions) ->
                              new CandidateAttribute(
                                  foundation,
                                  component,
                                  transport,
                                  priority,
                                  address,
                                  port,
                                  type,
                                  related,
                                  relatedPort,
                                  extensions)));
    }

    private static Arbitrary<Attribute> dtls() {
      Arbitrary<byte[]> digest = Arbitraries.bytes().array(byte[].class).ofSize(32);
      return Arbitraries.oneOf(
          List.of(
              digest.map(bytes -> FingerprintAttribute.of("sha-256", bytes)),
              digest.map(
                  bytes -> {
                    bytes[0] = (byte) 0xAB; // Lower case needs a letter to show.
                    return new FingerprintAttribute("SHA-256", bytes, true);
                  }),
              Arbitraries.of(Setup.class).map(SetupAttribute::new),
              iceChars(20, 255).map(TlsIdAttribute::new)));
    }

    private static Arbitrary<Attribute> sctp() {
      return Arbitraries.oneOf(
          List.of(
              port().map(SctpPortAttribute::new),
              Arbitraries.longs().greaterOrEqual(0).map(MaxMessageSizeAttribute::new),
              Combinators.combine(
                      Arbitraries.integers().between(1, 65_535),
                      token(),
                      optional(Arbitraries.integers().between(1, 65_536)))
                  .as(SctpmapAttribute::new),
              visible().map(SctpInitAttribute::new)));
    }

    private static Arbitrary<Attribute> grouping() {
      return Arbitraries.oneOf(
          List.of(
              Combinators.combine(token(), token().list().ofMaxSize(4)).as(GroupAttribute::new),
              token().map(MidAttribute::new),
              Combinators.combine(
                      visible(), visible().list().ofMaxSize(2), Arbitraries.of(true, false))
                  .as(MsidSemanticAttribute::new),
              Arbitraries.of(
                  new RtcpMuxAttribute(),
                  new BundleOnlyAttribute(),
                  new ExtmapAllowMixedAttribute()),
              Arbitraries.of(Direction.class).map(DirectionAttribute::new)));
    }

    private static Arbitrary<Attribute> unknown() {
      return Combinators.combine(token(), text().injectNull(0.2))
          .as((name, value) -> new UnknownAttribute("x-" + name, value));
    }
  }
}
