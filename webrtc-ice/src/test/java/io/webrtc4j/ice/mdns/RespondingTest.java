package io.webrtc4j.ice.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.mdns.message.AddressRecord;
import io.webrtc4j.ice.mdns.message.DenialRecord;
import io.webrtc4j.ice.mdns.message.DnsMessage;
import io.webrtc4j.ice.mdns.message.DnsName;
import io.webrtc4j.ice.mdns.message.DnsQuestion;
import io.webrtc4j.ice.mdns.message.DnsRecord;
import io.webrtc4j.ice.mdns.message.DnsType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answering for names of ours (RFC 6762 §6 to §10). */
class RespondingTest {
  private static final InetAddress ADDRESS = Link.address(1);
  private static final InetSocketAddress ASKER = Link.at(2, MulticastDns.PORT);
  private static final InetSocketAddress LEGACY_ASKER = Link.at(2, 40_000);
  private static final InetSocketAddress ELSEWHERE =
      new InetSocketAddress(Link.address("198.51.100.1"), MulticastDns.PORT);

  private final Link link = new Link(1);
  private final MulticastDns owner = link.host(1);
  private final MdnsName name = MdnsName.random(link.random);

  @Test
  void aNameIsAnnouncedTwiceAndThenNoMore() {
    publish();
    link.run(600_000);
    assertThat(link.log).extracting(Link.Sent::at).containsExactly(seconds(1), seconds(2));
    assertThat(link.log).allSatisfy(this::isFullMulticastAnswer);
  }

  @Test
  void theFirstQuestionIsAnsweredAtOnceAndCountsAsAnnouncement() {
    publish();
    ask(ASKER, question(DnsType.A), question(DnsType.AAAA));
    assertThat(link.log).singleElement().satisfies(this::isFullMulticastAnswer);
    link.run(600_000);
    assertThat(link.log).extracting(Link.Sent::at).containsExactly(0L, seconds(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {DnsType.A, DnsType.AAAA, DnsType.ANY})
  void aQuestionForEitherFamilyIsToldTheAddressAndThatThereIsNoOther(int type) {
    publish();
    ask(ASKER, question(type));
    assertThat(link.log).singleElement().satisfies(this::isFullMulticastAnswer);
  }

  @Test
  void questionsForOtherNamesTypesAndClassesAreNotAnswered() {
    publish();
    ask(ASKER, DnsQuestion.of(MdnsName.random(link.random).dns(), DnsType.A));
    ask(ASKER, question(16));
    ask(ASKER, new DnsQuestion(name.dns(), DnsType.A, 3, false));
    assertThat(link.log).isEmpty();
  }

  @Test
  void noRecordIsMulticastMoreThanOnceASecond() {
    publish();
    for (int i = 0; i < 1000; i++) {
      ask(ASKER, question(DnsType.A));
      link.run(10);
    }
    assertThat(link.log).hasSizeBetween(9, 11);
    for (int i = 1; i < link.log.size(); i++) {
      assertThat(link.log.get(i).at() - link.log.get(i - 1).at())
          .isGreaterThanOrEqualTo(seconds(1));
    }
  }

  @Test
  void whoKnowsTheAnswerIsNotTold() {
    publish();
    askKnowing(new AddressRecord(name.dns(), false, 60, ADDRESS));
    assertThat(link.log).isEmpty();
    askKnowing(new AddressRecord(name.dns(), false, 59, ADDRESS));
    assertThat(link.log).hasSize(1);
  }

  @Test
  void whoKnowsAnotherAnswerIsTold() {
    publish();
    askKnowing(new AddressRecord(name.dns(), false, 120, Link.address(7)));
    assertThat(link.log).hasSize(1);
  }

  @Test
  void whoAsksForUnicastGetsItOnceAllHaveHeard() {
    publish();
    ask(ASKER, unicastQuestion());
    assertThat(link.log).singleElement().satisfies(this::isFullMulticastAnswer);
    ask(ASKER, unicastQuestion());
    assertThat(link.log).hasSize(2);
    assertThat(link.log.get(1).to()).isEqualTo(ASKER);
    assertThat(records(link.log.get(1))).isEqualTo(fullAnswer(true, 120));
    link.run(31_000);
    ask(ASKER, unicastQuestion());
    assertThat(link.log.get(link.log.size() - 1).isMulticast()).isTrue();
  }

  @Test
  void whoSeemsToBeElsewhereIsAnsweredByMulticast() {
    publish();
    ask(ELSEWHERE, unicastQuestion());
    link.run(10_000);
    ask(ELSEWHERE, unicastQuestion());
    assertThat(link.log).hasSize(3).allMatch(Link.Sent::isMulticast);
  }

  @Test
  void aLegacyResolverGetsAConventionalAnswer() {
    publish();
    DnsMessage query =
        new DnsMessage(77, 0x0100, List.of(question(DnsType.A)), List.of(), List.of(), List.of());
    link.inject(owner, query, LEGACY_ASKER);
    Link.Sent answer = link.log.get(0);
    assertThat(answer.to()).isEqualTo(LEGACY_ASKER);
    assertThat(answer.message().id()).isEqualTo(77);
    assertThat(answer.message().questions()).isEqualTo(query.questions());
    assertThat(records(answer)).isEqualTo(fullAnswer(false, 10));
  }

  @Test
  void aLegacyResolverElsewhereGetsNothing() {
    publish();
    ask(new InetSocketAddress(ELSEWHERE.getAddress(), 40_000), question(DnsType.A));
    assertThat(link.log).isEmpty();
    assertThat(owner.counters().offLink()).isEqualTo(1);
  }

  @Test
  void goodbyeIsSaidToThoseWhoWereTold() {
    publish();
    ask(ASKER, question(DnsType.A));
    owner.withdraw(name, link.now);
    link.run(60_000);
    assertThat(link.log).hasSize(2);
    assertThat(link.log.get(1).message().answers())
        .containsExactly(new AddressRecord(name.dns(), true, 0, ADDRESS));
    assertThat(owner.isIdle()).isTrue();
    ask(ASKER, question(DnsType.A));
    assertThat(link.log).hasSize(2);
  }

  @Test
  void aNameThatNobodyHeardOfGoesSilently() {
    publish();
    owner.withdraw(name, link.now);
    link.run(60_000);
    assertThat(link.log).isEmpty();
    assertThat(owner.isIdle()).isTrue();
  }

  @Test
  void manyNamesShareMessages() {
    List<MdnsName> names =
        IntStream.range(0, 35).mapToObj(i -> MdnsName.random(link.random)).toList();
    names.forEach(each -> owner.publish(each, Link.address("2001:db8::1"), link.now));
    link.run(1_000);
    assertThat(link.log).hasSize(4);
    assertThat(link.log).allSatisfy(sent -> assertThat(sent.size()).isLessThan(1200));
    names.forEach(each -> owner.withdraw(each, link.now));
    link.run(1_000);
    assertThat(link.log).hasSize(6);
  }

  @Test
  void aLiarIsContradictedAFewTimesAndNotForever() {
    publish();
    link.run(10_000);
    DnsRecord lie = new AddressRecord(name.dns(), true, 120, Link.address(66));
    for (int i = 0; i < 100; i++) {
      link.inject(owner, DnsMessage.response(List.of(lie), List.of()), ASKER);
      link.run(1_000);
    }
    assertThat(link.log).hasSize(2 + 3);
    assertThat(owner.counters().conflicts()).isEqualTo(100);
  }

  private void publish() {
    owner.publish(name, ADDRESS, link.now);
  }

  private void ask(InetSocketAddress from, DnsQuestion... questions) {
    link.inject(owner, DnsMessage.query(List.of(questions)), from);
  }

  private void askKnowing(DnsRecord known) {
    DnsMessage query =
        new DnsMessage(
            0,
            DnsMessage.QUERY,
            List.of(question(DnsType.A)),
            List.of(known),
            List.of(),
            List.of());
    link.inject(owner, query, ASKER);
  }

  private DnsQuestion question(int type) {
    return DnsQuestion.of(name.dns(), type);
  }

  private DnsQuestion unicastQuestion() {
    return new DnsQuestion(name.dns(), DnsType.A, DnsType.INTERNET, true);
  }

  private void isFullMulticastAnswer(Link.Sent sent) {
    assertThat(sent.isMulticast()).isTrue();
    assertThat(sent.message().id()).isZero();
    assertThat(sent.message().questions()).isEmpty();
    assertThat(records(sent)).isEqualTo(fullAnswer(true, 120));
  }

  private static List<List<DnsRecord>> records(Link.Sent sent) {
    return List.of(sent.message().answers(), sent.message().additionals());
  }

  private List<List<DnsRecord>> fullAnswer(boolean cacheFlush, long ttl) {
    DnsName dns = name.dns();
    return List.of(
        List.of(new AddressRecord(dns, cacheFlush, ttl, ADDRESS)),
        List.of(new DenialRecord(dns, cacheFlush, ttl, Set.of(DnsType.A))));
  }

  private static long seconds(long seconds) {
    return seconds * 1_000_000_000L;
  }
}
