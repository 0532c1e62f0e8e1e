package io.webrtc4j.sdp;

import io.webrtc4j.sdp.FmtpAttribute.Parameter;
import io.webrtc4j.sdp.RidAttribute.Restriction;
import io.webrtc4j.sdp.SimulcastAttribute.Stream;
import io.webrtc4j.sdp.SimulcastAttribute.Streams;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every kind of attribute that tells of audio and video, with any values that it may have. */
final class MediaAttributes {
  private MediaAttributes() {}

  static Arbitrary<Attribute> any() {
    return Arbitraries.oneOf(List.of(formats(), rtcp(), sources(), streams()));
  }

  private static Arbitrary<Attribute> formats() {
    Arbitrary<Parameter> parameter =
        Combinators.combine(name(), name().injectNull(0.3)).as(Parameter::new);
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(
                    payloadType(),
                    Sessions.token(),
                    Arbitraries.integers().between(1, Integer.MAX_VALUE),
                    Sessions.optional(Arbitraries.integers().between(1, 255)))
                .as(RtpmapAttribute::new),
            Combinators.combine(
                    Sessions.token(), parameter.list().ofMinSize(1).ofMaxSize(4), bool())
                .as(FmtpAttribute::new),
            Combinators.combine(
                    Arbitraries.integers().between(1, 4351),
                    Arbitraries.of(Direction.class).optional(),
                    Sessions.visible(),
                    Sessions.visible().list().ofMaxSize(2))
                .as(ExtmapAttribute::new),
            Arbitraries.integers().greaterOrEqual(1).map(PtimeAttribute::new),
            Arbitraries.integers().greaterOrEqual(1).map(MaxptimeAttribute::new),
            Arbitraries.just(new CryptexAttribute())));
  }

  private static Arbitrary<Attribute> rtcp() {
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(Sessions.token(), Sessions.token(), name().optional())
                .as(RtcpFbAttribute::new),
            Combinators.combine(Sessions.port(), Sessions.visible().optional())
                .as((port, address) -> new RtcpAttribute(port, address.map(MediaAttributes::at))),
            Sessions.visible().list().ofMaxSize(3).map(RtcpXrAttribute::new),
            Arbitraries.just(new RtcpRsizeAttribute())));
  }

  private static ConnectionData at(String address) {
    return ConnectionData.of(address.replace("/", "-"));
  }

  private static Arbitrary<Attribute> sources() {
    Arbitrary<Long> ssrc = Arbitraries.longs().between(0, SsrcAttribute.MAX_SSRC);
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(ssrc, Sessions.token(), Sessions.text().injectNull(0.2))
                .as(SsrcAttribute::new),
            Combinators.combine(Sessions.token(), ssrc.list().ofMaxSize(4))
                .as(SsrcGroupAttribute::new),
            Combinators.combine(Sessions.visible(), Sessions.visible().optional())
                .as(MsidAttribute::new)));
  }

  private static Arbitrary<Attribute> streams() {
    Arbitrary<Restriction> restriction =
        Combinators.combine(
                Sessions.token().filter(name -> !name.equals("pt")), name().injectNull(0.3))
            .as(Restriction::new);
    Arbitrary<String> payloadType =
        Sessions.token().filter(type -> type.indexOf(',') < 0 && type.indexOf(';') < 0);
    Arbitrary<List<List<Stream>>> versions =
        Combinators.combine(rid(), bool())
            .as(Stream::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3);
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(
                    rid(), bool(), payloadType.list().ofMaxSize(2), restriction.list().ofMaxSize(2))
                .as(RidAttribute::new),
            Combinators.combine(bool(), versions, versions.optional())
                .as(MediaAttributes::simulcast)));
  }

  private static Attribute simulcast(
      boolean send, List<List<Stream>> first, Optional<List<List<Stream>>> second) {
    Streams one = new Streams(send, first);
    return new SimulcastAttribute(
        second.isPresent() ? List.of(one, new Streams(!send, second.get())) : List.of(one));
  }

  private static Arbitrary<Integer> payloadType() {
    return Arbitraries.integers().between(0, 127);
  }

  private static Arbitrary<String> rid() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .withChars('-', '_')
        .ofMinLength(1)
        .ofMaxLength(9);
  }

  private static Arbitrary<Boolean> bool() {
    return Arbitraries.of(true, false);
  }

  /** What may stand for a name and for a value. */
  private static Arbitrary<String> name() {
    return Arbitraries.strings().alpha().numeric().withChars("-_/+.").ofMinLength(1).ofMaxLength(9);
  }
}
