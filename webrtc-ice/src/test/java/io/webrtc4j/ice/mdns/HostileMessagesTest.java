package io.webrtc4j.ice.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.mdns.message.AddressRecord;
import io.webrtc4j.ice.mdns.message.DnsMessage;
import io.webrtc4j.ice.mdns.message.DnsName;
import io.webrtc4j.ice.mdns.message.DnsQuestion;
import io.webrtc4j.ice.mdns.message.DnsRecord;
import io.webrtc4j.ice.mdns.message.DnsType;
import io.webrtc4j.sim.Seeds;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who means harm can send, by name of the case. */
class HostileMessagesTest {
  private static final InetAddress LIE = Link.address(66);
  private static final InetSocketAddress NEIGHBOUR = Link.at(66, MulticastDns.PORT);
  private static final InetSocketAddress STRANGER =
      new InetSocketAddress(Link.address("198.51.100.1"), MulticastDns.PORT);

  private final Link link = new Link(1);
  private final MulticastDns victim = link.host(1);
  private final MulticastDns onWildcard = link.host(3, false);
  private final MdnsName wanted = MdnsName.random(link.random);

  @BeforeEach
  void ask() {
    victim.resolve(wanted, link.now);
    onWildcard.resolve(wanted, link.now);
    link.run(120);
  }

  @Test
  void anAnswerFromAnotherPortIsIgnored() {
    link.inject(victim, answer(wanted, LIE), Link.at(66, 5354));
    assertThat(victim.pollEvent()).isNull();
    assertThat(victim.counters().notMulticastDns()).isEqualTo(1);
  }

  @Test
  void anAnswerFromAnotherNetworkIsIgnoredWhereItMayHaveComeByUnicast() {
    link.inject(onWildcard, answer(wanted, LIE), STRANGER);
    assertThat(onWildcard.pollEvent()).isNull();
    assertThat(onWildcard.counters().offLink()).isEqualTo(1);
    link.inject(onWildcard, answer(wanted, LIE), NEIGHBOUR);
    assertThat(onWildcard.pollEvent()).isEqualTo(new MdnsEvent.Resolved(wanted, LIE));
  }

  @Test
  void aQuestionFromAnotherNetworkIsIgnoredWhereItMayHaveComeByUnicast() {
    onWildcard.publish(wanted, Link.address(3), link.now);
    int before = link.log.size();
    DnsMessage query = DnsMessage.query(List.of(DnsQuestion.of(wanted.dns(), DnsType.A)));
    link.inject(onWildcard, query, STRANGER);
    assertThat(link.log).hasSize(before);
  }

  @Test
  void anAnswerInTheKnownAnswersOfAQueryIsIgnored() {
    DnsMessage query =
        new DnsMessage(
            0,
            DnsMessage.QUERY,
            List.of(),
            List.of(new AddressRecord(wanted.dns(), true, 120, LIE)),
            List.of(),
            List.of());
    link.inject(victim, query, NEIGHBOUR);
    assertThat(victim.pollEvent()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x8400 | 1 << 11, 0x8403})
  void anAnswerWithAnotherOperationOrAnErrorIsIgnored(int flags) {
    DnsMessage right = answer(wanted, LIE);
    DnsMessage odd = new DnsMessage(0, flags, List.of(), right.answers(), List.of(), List.of());
    link.inject(victim, odd, NEIGHBOUR);
    assertThat(victim.pollEvent()).isNull();
    assertThat(victim.counters().unsupported()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "224.0.0.251", "::", "ff02::1"})
  void anAddressThatNoHostHasIsIgnored(String address) {
    link.inject(victim, answer(wanted, Link.address(address)), NEIGHBOUR);
    assertThat(victim.pollEvent()).isNull();
  }

  @Test
  void answersThatNobodyAskedForAreNotRemembered() {
    MdnsName other = MdnsName.random(link.random);
    link.inject(victim, answer(other, LIE), NEIGHBOUR);
    victim.resolve(other, link.now);
    assertThat(victim.pollEvent()).isNull();
  }

  @Test
  void aFloodOfAnswersLeavesNothingBehindAndCausesNoTraffic() {
    int before = link.log.size();
    for (int i = 0; i < 10_000; i++) {
      link.inject(victim, answer(MdnsName.random(link.random), LIE), NEIGHBOUR);
    }
    assertThat(victim.pollEvent()).isNull();
    assertThat(link.log).hasSize(before);
    link.inject(victim, answer(wanted, Link.address(2)), NEIGHBOUR);
    assertThat(victim.pollEvent()).isEqualTo(new MdnsEvent.Resolved(wanted, Link.address(2)));
  }

  @Test
  void aNameInASingleLabelIsNotTheOneThatLooksLikeIt() {
    DnsName lookalike = DnsName.of("x".repeat(wanted.toString().length()));
    byte[] bytes = bytes(DnsMessage.response(List.of(record(lookalike, LIE)), List.of()));
    byte[] text = wanted.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, bytes, 13, text.length);
    victim.handlePacket(PacketBuffer.wrap(bytes), NEIGHBOUR, link.now);
    assertThat(victim.pollEvent()).isNull();
    assertThat(victim.counters().malformed()).isZero();
  }

  @Test
  void floodsOfLegacyQuestionsAreAnsweredUpToALimit() {
    victim.publish(wanted, Link.address(1), link.now);
    int before = link.log.size();
    DnsMessage query = DnsMessage.query(List.of(DnsQuestion.of(wanted.dns(), DnsType.A)));
    for (int i = 0; i < 1_000; i++) {
      link.inject(victim, query, Link.at(66, 1024 + i));
    }
    assertThat(link.log.size() - before).isEqualTo(Responder.MAX_REPLIES_PER_SECOND);
    link.run(1_000);
    link.inject(victim, query, Link.at(66, 1024));
    assertThat(link.log.get(link.log.size() - 1).to()).isEqualTo(Link.at(66, 1024));
  }

  @Test
  void oneQuestionAskedManyTimesInAMessageIsAnsweredOnceAndBriefly() {
    victim.publish(wanted, Link.address(1), link.now);
    DnsMessage query =
        DnsMessage.query(Collections.nCopies(256, DnsQuestion.of(wanted.dns(), DnsType.ANY)));
    link.inject(victim, query, Link.at(66, 1024));
    Link.Sent answer = link.log.get(link.log.size() - 1);
    assertThat(answer.message().answers()).hasSize(1);
    assertThat(answer.size()).isLessThan(300).isLessThan(bytes(query).length);
  }

  @Test
  void questionsForAllOurNamesAtOnceDontMakeAMessageThatIsTooLong() {
    List<DnsQuestion> questions = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      MdnsName mine = MdnsName.random(link.random);
      victim.publish(mine, Link.address("2001:db8::1"), link.now);
      questions.add(DnsQuestion.of(mine.dns(), DnsType.ANY));
      questions.add(DnsQuestion.of(mine.dns(), DnsType.AAAA));
    }
    link.inject(victim, DnsMessage.query(questions), Link.at(66, 1024));
    link.inject(victim, DnsMessage.query(questions), NEIGHBOUR);
    link.run(2_000);
    assertThat(link.log).allSatisfy(sent -> assertThat(sent.size()).isLessThan(1300));
  }

  @Test
  void garbageIsCountedAndDropped() {
    Seeds.forEach(
        500,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          byte[] bytes = new byte[random.nextInt(12, 300)];
          random.nextBytes(bytes);
          victim.handlePacket(PacketBuffer.wrap(bytes), NEIGHBOUR, link.now);
        });
    assertThat(victim.counters().malformed()).isPositive();
    assertThat(victim.pollEvent()).isNull();
  }

  @Test
  void changedAnswersNeverThrow() {
    byte[] right = bytes(answer(wanted, LIE));
    Seeds.forEach(
        2_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          byte[] bytes = right.clone();
          for (int i = random.nextInt(1, 5); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
          }
          victim.handlePacket(PacketBuffer.wrap(bytes), NEIGHBOUR, link.now);
        });
    link.run(100_000);
  }

  private static DnsMessage answer(MdnsName name, InetAddress address) {
    return DnsMessage.response(List.of(record(name.dns(), address)), List.of());
  }

  private static DnsRecord record(DnsName name, InetAddress address) {
    return new AddressRecord(name, true, 120, address);
  }

  private static byte[] bytes(DnsMessage message) {
    PacketBuffer packet = PacketBuffer.allocate(1 << 16, 0);
    message.write(packet);
    return packet.toByteArray();
  }
}
