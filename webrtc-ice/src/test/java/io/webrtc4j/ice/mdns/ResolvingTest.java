package io.webrtc4j.ice.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.mdns.message.AddressRecord;
import io.webrtc4j.ice.mdns.message.DenialRecord;
import io.webrtc4j.ice.mdns.message.DnsMessage;
import io.webrtc4j.ice.mdns.message.DnsQuestion;
import io.webrtc4j.ice.mdns.message.DnsRecord;
import io.webrtc4j.ice.mdns.message.DnsType;
import io.webrtc4j.sim.Seeds;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finding out what names stand for (RFC 6762 §5). */
class ResolvingTest {
  private static final InetAddress ADDRESS = Link.address(2);
  private static final InetSocketAddress PEER = Link.at(2, MulticastDns.PORT);

  private final Link link = new Link(1);
  private final MulticastDns asker = link.host(1);
  private final MdnsName name = MdnsName.random(link.random);

  @Test
  void aPublishedNameIsResolvedByOneQuestionAndOneAnswer() {
    MulticastDns owner = link.host(2);
    owner.publish(name, ADDRESS, link.now);
    asker.resolve(name, link.now);
    link.run(120);
    assertThat(asker.pollEvent()).isEqualTo(new MdnsEvent.Resolved(name, ADDRESS));
    assertThat(link.log).hasSize(2);
  }

  @Test
  void eachFamilyIsAskedForInAMessageOfItsOwn() {
    asker.resolve(name, link.now);
    link.run(120);
    assertThat(link.log)
        .extracting(sent -> sent.message().questions())
        .containsExactly(
            List.of(DnsQuestion.of(name.dns(), DnsType.A)),
            List.of(DnsQuestion.of(name.dns(), DnsType.AAAA)));
    assertThat(link.log).allMatch(Link.Sent::isMulticast);
  }

  @Test
  void theFirstQuestionIsDelayedByChanceAndLaterOnesByDoubledIntervals() {
    asker.resolve(name, link.now);
    link.run(60_000);
    List<Long> times =
        link.queries().stream().map(sent -> sent.at() / 1_000_000).distinct().toList();
    assertThat(link.queries()).hasSize(2 * Query.MAX_ROUNDS);
    assertThat(times).hasSize(Query.MAX_ROUNDS);
    assertThat(times.get(0)).isBetween(20L, 120L);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).isEqualTo(1000L << (i - 1));
    }
    assertThat(asker.pollEvent())
        .isEqualTo(new MdnsEvent.NotResolved(name, "no answer, asked 5 times by multicast"));
    assertThat(asker.pollEvent()).isNull();
    assertThat(asker.isIdle()).isTrue();
  }

  @Test
  void lostQuestionsAndAnswersAreAskedAgain() {
    Seeds.forEach(
        200,
        seed -> {
          Link lossy = new Link(seed);
          lossy.survives = sent -> lossy.random.nextInt(100) >= 10;
          MulticastDns owner = lossy.host(2);
          MulticastDns late = lossy.host(1);
          MdnsName theirs = MdnsName.random(lossy.random);
          owner.publish(theirs, ADDRESS, lossy.now);
          late.resolve(theirs, lossy.now);
          lossy.run(40_000);
          assertThat(late.pollEvent()).isEqualTo(new MdnsEvent.Resolved(theirs, ADDRESS));
        });
  }

  @Test
  void aNameThatIsAskedForTwiceIsAskedForOnce() {
    asker.resolve(name, link.now);
    asker.resolve(name, link.now);
    link.run(500);
    assertThat(link.log).hasSize(2);
    link.inject(asker, answer(120, ADDRESS), PEER);
    assertThat(asker.pollEvent()).isEqualTo(new MdnsEvent.Resolved(name, ADDRESS));
    assertThat(asker.pollEvent()).isNull();
  }

  @Test
  void nobodyAsksForWhatIsNotWantedAnyMore() {
    asker.resolve(name, link.now);
    asker.cancel(name);
    link.run(60_000);
    assertThat(link.log).isEmpty();
    assertThat(asker.pollEvent()).isNull();
    assertThat(asker.isIdle()).isTrue();
  }

  @Test
  void whatWasAnsweredHoldsAsLongAsTheAnswerSays() {
    resolveWith(answer(10, ADDRESS));
    link.run(9_000);
    asker.resolve(name, link.now);
    assertThat(asker.pollEvent()).isEqualTo(new MdnsEvent.Resolved(name, ADDRESS));
    link.run(1_001);
    asker.resolve(name, link.now);
    assertThat(asker.pollEvent()).isNull();
    link.run(120);
    assertThat(link.queries()).hasSize(4);
  }

  @Test
  void aGoodbyeIsBelievedASecondLater() {
    resolveWith(answer(120, ADDRESS));
    link.inject(asker, answer(0, ADDRESS), PEER);
    link.run(900);
    asker.resolve(name, link.now);
    assertThat(asker.pollEvent()).isEqualTo(new MdnsEvent.Resolved(name, ADDRESS));
    link.run(101);
    asker.resolve(name, link.now);
    assertThat(asker.pollEvent()).isNull();
  }

  @Test
  void aGoodbyeForAnotherAddressChangesNothing() {
    resolveWith(answer(120, ADDRESS));
    link.inject(asker, answer(0, Link.address(9)), PEER);
    link.run(2_000);
    asker.resolve(name, link.now);
    assertThat(asker.pollEvent()).isEqualTo(new MdnsEvent.Resolved(name, ADDRESS));
  }

  @Test
  void anIpv6AddressIsAnAnswerToo() {
    InetAddress address = Link.address("2001:db8::2");
    asker.resolve(name, link.now);
    link.run(120);
    link.inject(asker, answer(120, address), PEER);
    assertThat(asker.pollEvent()).isEqualTo(new MdnsEvent.Resolved(name, address));
  }

  @Test
  void aNameWithTwoAddressesIsNone() {
    asker.resolve(name, link.now);
    link.run(120);
    link.inject(asker, answer(120, ADDRESS, Link.address("2001:db8::2")), PEER);
    assertThat(asker.pollEvent())
        .isEqualTo(new MdnsEvent.NotResolved(name, "it stands for 2 addresses instead of one"));
    asker.resolve(name, link.now);
    assertThat(asker.pollEvent()).isNull();
  }

  @Test
  void aNameWithoutAnyAddressIsNotWaitedFor() {
    asker.resolve(name, link.now);
    link.run(120);
    DnsRecord denial = new DenialRecord(name.dns(), true, 120, Set.of(16));
    link.inject(asker, DnsMessage.response(List.of(denial), List.of()), PEER);
    assertThat(asker.pollEvent()).isInstanceOf(MdnsEvent.NotResolved.class);
  }

  @Test
  void theDenialOfOneFamilyIsNoAnswer() {
    asker.resolve(name, link.now);
    link.run(120);
    DnsRecord denial = new DenialRecord(name.dns(), true, 120, Set.of(DnsType.A));
    link.inject(asker, DnsMessage.response(List.of(denial), List.of()), PEER);
    assertThat(asker.pollEvent()).isNull();
  }

  @Test
  void ourOwnNamesNeedNoQuestion() {
    asker.publish(name, Link.address(1), link.now);
    asker.resolve(name, link.now);
    assertThat(asker.pollEvent()).isEqualTo(new MdnsEvent.Resolved(name, Link.address(1)));
  }

  @Test
  void namesBeyondTheLimitAreRefusedAtOnce() {
    names(Resolver.MAX_NAMES).forEach(each -> asker.resolve(each, link.now));
    assertThat(asker.pollEvent()).isNull();
    asker.resolve(name, link.now);
    assertThat(asker.pollEvent()).isInstanceOf(MdnsEvent.NotResolved.class);
    assertThat(asker.counters().beyondLimits()).isEqualTo(1);
  }

  private List<MdnsName> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> MdnsName.random(link.random)).toList();
  }

  private void resolveWith(DnsMessage answer) {
    asker.resolve(name, link.now);
    link.run(120);
    link.inject(asker, answer, PEER);
    assertThat(asker.pollEvent()).isEqualTo(new MdnsEvent.Resolved(name, ADDRESS));
  }

  private DnsMessage answer(long ttl, InetAddress... addresses) {
    List<DnsRecord> records = new ArrayList<>();
    Stream.of(addresses)
        .forEach(each -> records.add(new AddressRecord(name.dns(), true, ttl, each)));
    return DnsMessage.response(records, List.of());
  }
}
