package io.webrtc4j.sdp;

import static java.util.Map.entry;

import io.webrtc4j.sdp.FmtpAttribute.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** For every kind of known attribute, the same kind with another value. */
final class ChangedAttributes {
  private static final Map<Class<? extends Attribute>, Function<Attribute, Attribute>> CHANGES =
      Map.ofEntries(
          change(GroupAttribute.class, a -> new GroupAttribute(a.semantics(), List.of("new"))),
          change(MidAttribute.class, a -> new MidAttribute(a.mid() + "x")),
          change(IceUfragAttribute.class, a -> new IceUfragAttribute(other(a.ufrag()))),
          change(IcePwdAttribute.class, a -> new IcePwdAttribute(other(a.password()))),
          change(IceOptionsAttribute.class, a -> new IceOptionsAttribute(plus(a.options(), "new"))),
          change(CandidateAttribute.class, ChangedAttributes::elsewhere),
          change(FingerprintAttribute.class, ChangedAttributes::otherDigest),
          change(SetupAttribute.class, a -> new SetupAttribute(other(Setup.values(), a.setup()))),
          change(TlsIdAttribute.class, a -> new TlsIdAttribute(other(a.tlsId()))),
          change(SctpPortAttribute.class, a -> new SctpPortAttribute(a.port() ^ 1)),
          change(MaxMessageSizeAttribute.class, a -> new MaxMessageSizeAttribute(a.bytes() ^ 1)),
          change(
              MsidSemanticAttribute.class,
              a -> new MsidSemanticAttribute(a.semantic(), plus(a.ids(), "new"), a.spaceFirst())),
          change(
              DirectionAttribute.class,
              a -> new DirectionAttribute(other(Direction.values(), a.direction()))),
          change(IceLiteAttribute.class, a -> new UnknownAttribute("new", null)),
          change(EndOfCandidatesAttribute.class, a -> new UnknownAttribute("new", null)),
          change(ExtmapAllowMixedAttribute.class, a -> new UnknownAttribute("new", null)),
          change(RtcpMuxAttribute.class, a -> new UnknownAttribute("new", null)),
          change(BundleOnlyAttribute.class, a -> new UnknownAttribute("new", null)),
          change(RtcpRsizeAttribute.class, a -> new UnknownAttribute("new", null)),
          change(CryptexAttribute.class, a -> new UnknownAttribute("new", null)),
          change(
              RtpmapAttribute.class,
              a ->
                  new RtpmapAttribute(
                      a.payloadType(), a.encodingName(), next(a.clockRate()), a.channels())),
          change(
              FmtpAttribute.class,
              a ->
                  new FmtpAttribute(
                      a.format(), plus(a.parameters(), new Parameter("new", "1")), a.spaced())),
          change(RtcpFbAttribute.class, a -> RtcpFbAttribute.of(1, a.feedback(), "new")),
          change(RtcpAttribute.class, a -> new RtcpAttribute(a.port() ^ 1, a.address())),
          change(RtcpXrAttribute.class, a -> new RtcpXrAttribute(plus(a.formats(), "new"))),
          change(ExtmapAttribute.class, a -> ExtmapAttribute.of(a.id(), a.uri() + "x")),
          change(
              SsrcAttribute.class,
              a -> new SsrcAttribute(a.ssrc() ^ 1, a.attribute(), a.attributeValue())),
          change(
              SsrcGroupAttribute.class,
              a -> new SsrcGroupAttribute(a.semantics(), plus(a.ssrcs(), 7L))),
          change(MsidAttribute.class, a -> new MsidAttribute("new", a.trackId())),
          change(
              RidAttribute.class,
              a -> new RidAttribute(a.id(), !a.send(), a.payloadTypes(), a.restrictions())),
          change(SimulcastAttribute.class, a -> SimulcastAttribute.of(true, List.of("new"))),
          change(
              SctpmapAttribute.class,
              a -> new SctpmapAttribute(a.port(), a.application() + "x", a.streams())),
          change(UnknownAttribute.class, a -> new UnknownAttribute(a.name(), "new " + a.value())),
          change(SctpInitAttribute.class, a -> new SctpInitAttribute("AAAA")),
          change(PtimeAttribute.class, a -> new PtimeAttribute(next(a.milliseconds()))),
          change(MaxptimeAttribute.class, a -> new MaxptimeAttribute(next(a.milliseconds()))));

  private ChangedAttributes() {}

  /** Another attribute in place of this one. */
  static Attribute of(Attribute attribute) {
    Function<Attribute, Attribute> change = CHANGES.get(attribute.getClass());
    if (change == null) {
      throw new AssertionError("how should a " + attribute.getClass() + " be changed?");
    }
    return change.apply(attribute);
  }

  private static <A extends Attribute>
      Map.Entry<Class<? extends Attribute>, Function<Attribute, Attribute>> change(
          Class<A> type, Function<A, Attribute> change) {
    return entry(type, attribute -> change.apply(type.cast(attribute)));
  }

  private static CandidateAttribute elsewhere(CandidateAttribute candidate) {
    return new CandidateAttribute(
        candidate.foundation(),
        candidate.component(),
        candidate.transport(),
        candidate.priority(),
        "192.0.2.77",
        candidate.port(),
        candidate.candidateType(),
        Optional.of("192.0.2.78"),
        OptionalInt.of(7),
        candidate.extensions());
  }

  private static FingerprintAttribute otherDigest(FingerprintAttribute fingerprint) {
    byte[] digest = fingerprint.digest();
    digest[0] ^= 1;
    return new FingerprintAttribute(fingerprint.algorithm(), digest, fingerprint.lowerCase());
  }

  /** Of the same length, beginning with another letter. */
  private static String other(String text) {
    return (text.startsWith("x") ? "y" : "x") + text.substring(1);
  }

  private static int next(int number) {
    return number == Integer.MAX_VALUE ? 1 : number + 1;
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  private static <E extends Enum<E>> E other(E[] values, E value) {
    return values[0] == value ? values[1] : values[0];
  }
}
