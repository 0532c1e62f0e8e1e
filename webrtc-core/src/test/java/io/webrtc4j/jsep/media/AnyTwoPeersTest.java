package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any two peers. */
class AnyTwoPeersTest {
  private static final int TRIES = 150;

  private static final List<String> FEEDBACK =
      List.of("nack", "nack pli", "ccm fir", "goog-remb", "transport-cc", "ack ccfb");

  private static final List<String> H264_PROFILES =
      List.of("42001f", "42e01f", "42e034", "4d001f", "640c1f", "64000a", "f4001f");

  private static final List<String> URIS =
      List.of(
          HeaderExtension.MID,
          HeaderExtension.RID,
          HeaderExtension.TRANSPORT_WIDE_CC,
          HeaderExtension.PLAYOUT_DELAY,
          "urn:a",
          "urn:b",
          "urn:c");

  private static Arbitrary<Codec> codecs() {
    return Arbitraries.oneOf(
            Arbitraries.of("VP8", "rtx", "red", "ulpfec", "flexfec-03", "FOO", "BAR")
                .map(name -> Codec.video(name, "", List.of())),
            Arbitraries.integers()
                .between(0, 3)
                .map(profile -> Codec.video("VP9", "profile-id=" + profile, List.of())),
            Arbitraries.integers()
                .between(0, 2)
                .map(profile -> Codec.video("AV1", "profile=" + profile, List.of())),
            Combinators.combine(
                    Arbitraries.of(H264_PROFILES), Arbitraries.of(0, 1), Arbitraries.of(0, 1))
                .as(
                    (profile, mode, asymmetry) ->
                        Codec.video(
                            "H264",
                            "profile-level-id=%s;packetization-mode=%d;level-asymmetry-allowed=%d"
                                .formatted(profile, mode, asymmetry),
                            List.of())))
        .flatMap(codec -> feedback().map(codec::withFeedback));
  }

  private static Arbitrary<List<String>> feedback() {
    return Arbitraries.of(FEEDBACK).list().uniqueElements().ofMaxSize(4);
  }

  private static Arbitrary<List<HeaderExtension>> extensions() {
    return Combinators.combine(Arbitraries.of(URIS), Arbitraries.of(Direction.class))
        .as((uri, direction) -> new HeaderExtension(MediaKind.VIDEO, uri, direction))
        .list()
        .ofMaxSize(6);
  }

  private static Arbitrary<List<Encoding>> encodings() {
    return Combinators.combine(Arbitraries.of("a", "b", "c", "d"), Arbitraries.of(true, false))
        .as(Encoding::new)
        .list()
        .uniqueElements(Encoding::rid)
        .ofMaxSize(3);
  }

  private static Arbitrary<SentMedia> sent() {
    return encodings()
        .map(encodings -> new SentMedia(List.of("s"), "t", "c", 1, OptionalLong.of(2), encodings));
  }

  /** Any wishes for video. */
  @Provide
  Arbitrary<OfferedMedia> media() {
    return Combinators.combine(
            Arbitraries.of(Direction.class),
            codecs().list().ofMinSize(1).ofMaxSize(12),
            Arbitraries.of(true, false),
            extensions(),
            sent().injectNull(0.3),
            Arbitraries.of("q", "h", "f").list().ofMaxSize(3),
            Arbitraries.integers().between(1, 4))
        .as(
            (direction, codecs, preferred, extensions, sent, rids, max) ->
                new OfferedMedia(
                    MediaKind.VIDEO, direction, codecs, preferred, extensions, sent, rids, max));
  }

  private record Exchange(MediaDescription offer, MediaDescription answer, BuiltMedia built) {}

  /** Offer and answer; empty if there is nothing to offer or nothing in common. */
  private static Optional<Exchange> exchange(OfferedMedia offerer, OfferedMedia answerer) {
    if (offerer.codecs().stream().allMatch(Codec::isRtx)) {
      return Optional.empty();
    }
    MediaDescription offer = Built.offer(offerer);
    return MediaSections.answer(answerer, offer, MediaNumbers.NONE)
        .map(built -> new Exchange(offer, Built.answer(answerer, offer), built));
  }

  private static Map<Integer, String> meanings(MediaDescription section) {
    Map<Integer, String> meanings = new HashMap<>();
    Formats.of(section).forEach(format -> meanings.put(format.payloadType(), format.meaning()));
    return meanings;
  }

  @Property(tries = TRIES)
  void whatIsAnsweredWasOfferedUnderTheSameNumber(
      @ForAll("media") OfferedMedia offerer, @ForAll("media") OfferedMedia answerer) {
    exchange(offerer, answerer)
        .ifPresent(
            exchange -> {
              assertThat(exchange.offer().formats()).containsAll(exchange.answer().formats());
              assertThat(meanings(exchange.offer()))
                  .containsAllEntriesOf(meanings(exchange.answer()));
              assertThat(Built.extensionIds(exchange.offer()))
                  .containsAll(Built.extensionIds(exchange.answer()));
              assertThat(exchange.answer().formats()).doesNotHaveDuplicates();
            });
  }

  @Property(tries = TRIES)
  void ourSectionsPassTheCheckAndAreReadAsTheyWereMeant(
      @ForAll("media") OfferedMedia offerer, @ForAll("media") OfferedMedia answerer)
      throws NegotiationException {
    Optional<Exchange> exchange = exchange(offerer, answerer);
    if (exchange.isPresent()) {
      for (MediaDescription section : List.of(exchange.get().offer(), exchange.get().answer())) {
        MediaSections.check(section);
        MediaSections.checkBundle(List.of(section, section));
        assertThat(Formats.of(section)).hasSameSizeAs(section.formats());
      }
    }
  }

  @Property(tries = TRIES)
  void bothSidesAgreeOnTheAgreement(
      @ForAll("media") OfferedMedia offerer, @ForAll("media") OfferedMedia answerer) {
    exchange(offerer, answerer)
        .ifPresent(
            exchange -> {
              MediaParameters one =
                  MediaSections.negotiated(exchange.offer(), exchange.answer(), true);
              MediaParameters other =
                  MediaSections.negotiated(exchange.answer(), exchange.offer(), false);
              assertThat(numbers(one.send())).isEqualTo(numbers(other.receive()));
              assertThat(numbers(one.receive())).isEqualTo(numbers(other.send()));
              assertThat(one.send()).hasSameSizeAs(exchange.answer().formats());
              assertThat(one.sendExtensions()).isEqualTo(other.receiveExtensions());
              assertThat(one.receiveExtensions()).isEqualTo(other.sendExtensions());
              assertThat(rids(other.receiveEncodings())).isSubsetOf(rids(one.sendEncodings()));
              assertThat(rids(one.receiveEncodings())).isSubsetOf(rids(other.sendEncodings()));
              assertThat(one.sendEncodings()).isNotEmpty();
            });
  }

  private static Map<Integer, String> numbers(List<NegotiatedCodec> codecs) {
    Map<Integer, String> numbers = new HashMap<>();
    codecs.forEach(
        codec ->
            numbers.put(
                codec.payloadType(),
                CodecIdentity.of(codec.codec())
                    + new HashSet<>(codec.codec().feedback())
                    + codec.rtxPayloadType()));
    return numbers;
  }

  private static List<String> rids(List<Encoding> encodings) {
    return encodings.stream().map(encoding -> String.valueOf(encoding.rid())).toList();
  }

  @Property(tries = TRIES)
  void answeringTwiceGivesTheSameAndNothingNewIsLearnt(
      @ForAll("media") OfferedMedia offerer, @ForAll("media") OfferedMedia answerer) {
    exchange(offerer, answerer)
        .ifPresent(
            exchange ->
                assertThat(
                        MediaSections.answer(
                            answerer, exchange.offer(), exchange.built().numbers()))
                    .contains(exchange.built()));
  }

  @Property(tries = TRIES)
  void numbersStayInLaterOffersOfBothSides(
      @ForAll("media") OfferedMedia offerer,
      @ForAll("media") OfferedMedia answerer,
      @ForAll("media") OfferedMedia later) {
    Optional<Exchange> exchange = exchange(offerer, answerer);
    if (exchange.isEmpty() || later.codecs().stream().allMatch(Codec::isRtx)) {
      return;
    }
    MediaDescription offer = exchange.get().offer();
    MediaDescription answer = exchange.get().answer();
    MediaNumbers numbers = MediaNumbers.NONE.learn(offer).learn(answer);
    for (MediaDescription local : List.of(offer, answer)) {
      MediaDescription again =
          Built.section(
              MediaKind.VIDEO,
              later.direction(),
              MediaSections.offer(later, numbers, local, answer));
      assertConsistent(meanings(offer), meanings(again));
      assertConsistent(extensions(offer), extensions(again));
    }
  }

  /** What has a number keeps it, and no number changes its meaning. */
  private static void assertConsistent(Map<Integer, String> before, Map<Integer, String> after) {
    after.forEach(
        (number, meaning) -> {
          assertThat(before.getOrDefault(number, meaning)).isEqualTo(meaning);
          if (before.containsValue(meaning)) {
            assertThat(before).containsKey(number);
          }
        });
  }

  private static Map<Integer, String> extensions(MediaDescription section) {
    return MediaNumbers.NONE.learn(section).extensions();
  }

  @Property(tries = TRIES)
  void theSameOfferAgainIsTheSame(@ForAll("media") OfferedMedia media) {
    if (media.codecs().stream().allMatch(Codec::isRtx)) {
      return;
    }
    BuiltMedia first = MediaSections.offer(media, MediaNumbers.NONE, null, null);
    MediaDescription section = Built.section(MediaKind.VIDEO, media.direction(), first);
    assertThat(MediaSections.offer(media, first.numbers(), section, null)).isEqualTo(first);
  }

  /** Lines in any order, of any section, with numbers that say nothing. */
  @Provide
  Arbitrary<MediaDescription> nonsense() {
    Arbitrary<String> number = Arbitraries.integers().between(0, 130).map(String::valueOf);
    Arbitrary<String> line =
        Combinators.combine(
                number,
                number,
                Arbitraries.of(
                    "rtpmap:%s VP8/90000",
                    "rtpmap:%s H264/90000",
                    "rtpmap:%s rtx/90000",
                    "rtpmap:%s red/90000",
                    "fmtp:%s apt=%s",
                    "fmtp:%s %s/%1$s/96",
                    "fmtp:%s profile-level-id=%s",
                    "fmtp:%s ;; a=;b c=d==;%s",
                    "rtcp-fb:%s nack %s",
                    "rtcp-fb:* nack",
                    "extmap:%s urn:%s",
                    "extmap:%s/sendonly urn:a",
                    "extmap:4096 urn:%2$s x y",
                    "rid:%s send pt=%s,%1$s;max-width=x",
                    "rid:%s recv a=b;;c",
                    "simulcast:send %s,~%s;96 recv 97;%1$s",
                    "ssrc:%s cname:",
                    "ssrc:%s msid:",
                    "ssrc-group:FID %s",
                    "msid:%s -",
                    "extmap-allow-mixed"))
            .as((one, other, form) -> form.formatted(one, other));
    return Combinators.combine(
            Arbitraries.of("audio", "video", "application"),
            number.list().ofMinSize(1).ofMaxSize(8),
            line.list().ofMaxSize(25))
        .as(AnyTwoPeersTest::lenient);
  }

  private static MediaDescription lenient(String media, List<String> formats, List<String> lines) {
    List<String> readable = new ArrayList<>();
    for (String line : lines) {
      if (Built.isReadable(media, line)) {
        readable.add(line);
      }
    }
    String types = String.join(" ", formats.stream().filter(type -> type.length() < 3).toList());
    return Built.text(media, "96 " + types, readable.toArray(String[]::new));
  }

  @Property(tries = TRIES)
  void nonsenseNeverThrows(
      @ForAll("nonsense") MediaDescription one,
      @ForAll("nonsense") MediaDescription other,
      @ForAll("media") OfferedMedia media) {
    MediaNumbers numbers = MediaNumbers.NONE.learn(one).learn(other);
    MediaSections.answer(media, one, numbers)
        .ifPresent(
            answer ->
                assertThat(one.formats()).as("formats of the offer").containsAll(answer.formats()));
    MediaParameters agreed = MediaSections.negotiated(one, other, true);
    assertThat(agreed.send()).hasSameSizeAs(agreed.receive());
    assertThat(MediaSections.simulcastToSend(one)).doesNotContain(Encoding.UNNAMED);
    assertThat(MediaSections.remoteSources(one).streamIds()).doesNotContain("-");
    if (media.codecs().stream().anyMatch(codec -> !codec.isRtx())) {
      assertThat(MediaSections.offer(media, numbers, one, other).formats()).doesNotHaveDuplicates();
    }
  }
}
