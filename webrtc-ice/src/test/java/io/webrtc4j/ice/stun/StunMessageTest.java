package io.webrtc4j.ice.stun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StunMessageTest {
  private static final IntegrityKey KEY = IntegrityKey.shortTerm("a password of 22 chars");
  private static final String HEADER = "2112a442 000102030405060708090a0b";

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadBack(@ForAll("messages") StunMessage message) throws Exception {
    for (IntegrityAlgorithm algorithm : IntegrityAlgorithm.values()) {
      PacketBuffer packet = PacketBuffer.wrap(message.toBytes(algorithm, KEY));
      assertThat(StunMessage.parse(packet)).isEqualTo(message);
      assertThat(MessageIntegrity.verify(packet, KEY).algorithm()).isEqualTo(algorithm);
      assertThat(Fingerprint.isRight(packet)).isTrue();
    }
    PacketBuffer open = PacketBuffer.wrap(message.toBytes());
    assertThat(StunMessage.parse(open)).isEqualTo(message);
    assertThat(MessageIntegrity.verify(open, KEY)).isEqualTo(MessageIntegrity.Verdict.ABSENT);
    assertThat(MessageIntegrity.isPresent(open)).isFalse();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void noChangedBitGoesUnnoticed(
      @ForAll("messages") StunMessage message, @ForAll @IntRange(max = 1 << 20) int position) {
    byte[] bytes = message.toBytes(IntegrityAlgorithm.SHA1, KEY);
    int bit = position % (bytes.length * 8);
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    PacketBuffer packet = PacketBuffer.wrap(bytes);
    assertThat(isAccepted(packet)).isFalse();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theContentIsFoundWhereverThePacketLies(@ForAll("messages") StunMessage message)
      throws Exception {
    byte[] bytes = message.toBytes(IntegrityAlgorithm.SHA256, KEY);
    PacketBuffer packet = PacketBuffer.allocate(bytes.length + 20, 7);
    packet.put(bytes);
    assertThat(StunMessage.parse(packet)).isEqualTo(message);
    assertThat(MessageIntegrity.verify(packet, KEY))
        .isEqualTo(MessageIntegrity.Verdict.RIGHT_SHA256);
    assertThat(Fingerprint.isRight(packet)).isTrue();
  }

  @Property(tries = 2000)
  void anyBytesAreParsedOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
    isAccepted(PacketBuffer.wrap(bytes));
  }

  @Property(tries = 3000)
  void anyAttributesAreParsedOrRefused(@ForAll @Size(max = 120) byte[] tail) {
    byte[] bytes = new byte[20 + tail.length / 4 * 4];
    System.arraycopy(HexFormat.of().parseHex("000100002112a442"), 0, bytes, 0, 8);
    bytes[3] = (byte) (bytes.length - 20);
    System.arraycopy(tail, 0, bytes, 20, bytes.length - 20);
    isAccepted(PacketBuffer.wrap(bytes));
  }

  @Test
  void everyTypeIsMethodAndClass() throws Exception {
    for (StunClass messageClass : StunClass.values()) {
      for (int method = 0; method < 0x1000; method++) {
        StunMessage message =
            new StunMessage(messageClass, method, new TransactionId(1, 2), List.of());
        StunMessage parsed = StunMessage.parse(PacketBuffer.wrap(message.toBytes()));
        assertThat(parsed).isEqualTo(message);
      }
    }
  }

  @Test
  void whatIsNoStunIsRefused() {
    assertRefused("", "needs");
    assertRefused("4001 0000 " + HEADER, "first two bits");
    assertRefused("0001 0000 2112a443 000102030405060708090a0b", "magic cookie");
    assertRefused("0001 0004 " + HEADER, "length is 4, 0 bytes follow");
    assertRefused("0001 0000 " + HEADER + "00000000", "length is 0, 4 bytes follow");
    assertRefused("0001 0002 " + HEADER + "0000", "length is 2");
  }

  @Test
  void brokenAttributesAreRefused() {
    assertRefused("0001 0004 " + HEADER + "8022 0001", "needs");
    assertRefused("0001 0008 " + HEADER + "0024 0003 01020300", "needs");
    assertRefused("0001 000c " + HEADER + "0024 0005 0102030405000000", "too long");
    assertRefused("0001 0008 " + HEADER + "0025 0001 01000000", "too long");
    assertRefused("0001 000c " + HEADER + "0020 0008 0003 0000 00000000", "address family 3");
    assertRefused("0001 000c " + HEADER + "0020 0008 0002 0000 00000000", "needs");
    assertRefused("0001 0008 " + HEADER + "0009 0004 00000200", "class 2");
    assertRefused("0001 0008 " + HEADER + "0009 0004 00000464", "number 100");
    assertRefused("0001 0008 " + HEADER + "0008 0004 00000000", "MESSAGE-INTEGRITY has 4");
    assertRefused("0001 0008 " + HEADER + "8028 0002 00000000", "FINGERPRINT has 2");
    assertRefused("0001 000c " + HEADER + "8028 0004 00000000 8022 0000", "follows FINGERPRINT");
  }

  @Test
  void moreAttributesThanAnyoneNeedsAreRefused() {
    assertRefused("0001 0104 " + HEADER + "8022 0000".repeat(65), "more than 64");
  }

  @Test
  void attributesBehindTheIntegrityAreIgnored() throws Exception {
    StunMessage message =
        new StunMessage(
            StunClass.REQUEST,
            StunMessage.BINDING,
            new TransactionId(1, 2),
            List.of(new Username("a:b")));
    byte[] bytes = message.toBytes(IntegrityAlgorithm.SHA1, KEY);
    PacketBuffer packet = PacketBuffer.allocate(200, 0);
    packet.put(bytes, 0, bytes.length - 8);
    packet.put(HexFormat.of().parseHex("00250000"));
    packet.array()[3] = (byte) (packet.length() - 20);
    StunMessage parsed = StunMessage.parse(packet);
    assertThat(parsed.first(UseCandidate.class)).isEmpty();
    assertThat(MessageIntegrity.verify(packet, KEY)).isEqualTo(MessageIntegrity.Verdict.RIGHT_SHA1);
  }

  @Test
  void ofSeveralAttributesOfOneKindTheFirstCounts() throws Exception {
    StunMessage message =
        new StunMessage(
            StunClass.REQUEST,
            StunMessage.BINDING,
            new TransactionId(1, 2),
            List.of(new Priority(1), new Priority(2)));
    StunMessage parsed = StunMessage.parse(PacketBuffer.wrap(message.toBytes()));
    assertThat(parsed.first(Priority.class)).contains(new Priority(1));
  }

  @Test
  void anIpv4MappedIpv6AddressStaysAnIpv6Address() throws Exception {
    byte[] mapped = HexFormat.of().parseHex("00000000000000000000ffffc0000201");
    InetSocketAddress address =
        new InetSocketAddress(Inet6Address.getByAddress(null, mapped, -1), 9);
    StunMessage message =
        new StunMessage(
            StunClass.SUCCESS_RESPONSE,
            StunMessage.BINDING,
            new TransactionId(1, 2),
            List.of(new XorMappedAddress(address)));
    StunMessage parsed = StunMessage.parse(PacketBuffer.wrap(message.toBytes()));
    assertThat(parsed).isEqualTo(message);
  }

  @Test
  void keysDoNotShowThemselves() {
    assertThat(KEY).asString().doesNotContain("password");
  }

  @Provide
  Arbitrary<StunMessage> messages() {
    return Combinators.combine(
            Arbitraries.of(StunClass.class),
            Arbitraries.integers().between(0, 0xfff),
            Arbitraries.integers(),
            Arbitraries.longs(),
            attributes().list().ofMaxSize(8))
        .as(
            (messageClass, method, first, rest, attributes) ->
                new StunMessage(messageClass, method, new TransactionId(first, rest), attributes));
  }

  private static Arbitrary<StunAttribute> attributes() {
    Arbitrary<String> texts = Arbitraries.strings().alpha().ofMaxLength(40);
    Arbitrary<StunAttribute> numbers =
        Arbitraries.longs()
            .flatMap(
                value ->
                    Arbitraries.of(
                        new Priority(value & 0xffffffffL),
                        new IceControlled(value),
                        new IceControlling(value),
                        new UseCandidate()));
    Arbitrary<StunAttribute> named =
        texts.flatMap(
            text ->
                Arbitraries.of(
                    new Username(text), new Realm(text), new Nonce(text), new Software(text)));
    Arbitrary<StunAttribute> errors =
        Combinators.combine(Arbitraries.integers().between(300, 699), texts).as(ErrorCode::new);
    Arbitrary<StunAttribute> mapped =
        addresses()
            .flatMap(
                address ->
                    Arbitraries.of(new XorMappedAddress(address), new MappedAddress(address)));
    Arbitrary<StunAttribute> unknown =
        Combinators.combine(
                Arbitraries.of(0x0003, 0x7000, 0x8030, 0xc057),
                Arbitraries.integers().between(0, 30))
            .as(UnknownAttribute::new);
    Arbitrary<StunAttribute> unknowns =
        Arbitraries.integers().between(0, 0xffff).list().ofMaxSize(9).map(UnknownAttributes::new);
    return Arbitraries.oneOf(List.of(numbers, named, errors, mapped, unknown, unknowns));
  }

  private static Arbitrary<InetSocketAddress> addresses() {
    Arbitrary<byte[]> ipv4 = Arbitraries.bytes().array(byte[].class).ofSize(4);
    Arbitrary<byte[]> ipv6 = Arbitraries.bytes().array(byte[].class).ofSize(16);
    return Combinators.combine(
            Arbitraries.oneOf(ipv4, ipv6), Arbitraries.integers().between(0, 65_535))
        .as((bytes, port) -> new InetSocketAddress(inetAddress(bytes), port));
  }

  private static InetAddress inetAddress(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static boolean isAccepted(PacketBuffer packet) {
    try {
      StunMessage.parse(packet);
    } catch (DecodeException refused) {
      return false;
    }
    return Fingerprint.isRight(packet)
        && MessageIntegrity.verify(packet, KEY) == MessageIntegrity.Verdict.RIGHT_SHA1;
  }

  private static void assertRefused(String hex, String why) {
    PacketBuffer packet = Hex.packet(hex);
    assertThatThrownBy(() -> StunMessage.parse(packet))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining(why);
  }
}
