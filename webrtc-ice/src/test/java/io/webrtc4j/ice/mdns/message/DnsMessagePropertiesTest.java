package io.webrtc4j.ice.mdns.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class DnsMessagePropertiesTest {
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadBackWhereverItLies(@ForAll("messages") DnsMessage message)
      throws Exception {
    PacketBuffer packet = PacketBuffer.allocate(1 << 16, 17);
    message.write(packet);
    assertThat(DnsMessage.parse(packet)).isEqualTo(message);
  }

  @Property(tries = 5000)
  void anyBytesAreReadOrRefused(@ForAll @Size(max = 100) byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void anyChangeOfAMessageIsReadOrRefused(
      @ForAll("messages") DnsMessage message, @ForAll int position, @ForAll byte value) {
    PacketBuffer packet = PacketBuffer.allocate(1 << 16, 0);
    message.write(packet);
    byte[] bytes = packet.toByteArray();
    bytes[Math.floorMod(position, bytes.length)] = value;
    readOrRefuse(bytes);
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      DnsMessage message = DnsMessage.parse(PacketBuffer.wrap(bytes));
      message.write(PacketBuffer.allocate(1 << 18, 0)); // What was read can be written.
    } catch (DecodeException expected) {
      assertThat(expected).hasMessageMatching(".+");
    }
  }

  @Provide
  Arbitrary<DnsMessage> messages() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 0xffff),
            Arbitraries.integers().between(0, 0xffff),
            questions().list().ofMaxSize(5),
            records().list().ofMaxSize(5),
            records().list().ofMaxSize(3),
            records().list().ofMaxSize(5))
        .as(DnsMessage::new);
  }

  private static Arbitrary<DnsName> names() {
    Arbitrary<String> labels =
        Arbitraries.strings().withChars("abc-é").ofMinLength(1).ofMaxLength(12);
    return labels.list().ofMinSize(1).ofMaxSize(4).map(list -> DnsName.of(String.join(".", list)));
  }

  private static Arbitrary<DnsQuestion> questions() {
    return Combinators.combine(
            names(),
            Arbitraries.integers().between(0, 0xffff),
            Arbitraries.integers().between(0, 0x7fff),
            Arbitraries.of(true, false))
        .as(DnsQuestion::new);
  }

  private static Arbitrary<DnsRecord> records() {
    Arbitrary<DnsRecord> addresses =
        Combinators.combine(names(), Arbitraries.of(true, false), ttls(), addresses())
            .as(AddressRecord::new);
    Arbitrary<DnsRecord> denials =
        Combinators.combine(
                names(),
                Arbitraries.of(true, false),
                ttls(),
                Arbitraries.integers().between(0, 255).set().ofMinSize(1).ofMaxSize(6))
            .as(DenialRecord::new);
    Arbitrary<DnsRecord> others =
        Combinators.combine(
                names(),
                Arbitraries.integers().between(50, 0xffff),
                Arbitraries.integers().between(0, 0xffff),
                ttls(),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40))
            .as(OtherRecord::new);
    return Arbitraries.oneOf(addresses, denials, others);
  }

  private static Arbitrary<Long> ttls() {
    return Arbitraries.longs().between(0, 0xffff_ffffL);
  }

  private static Arbitrary<InetAddress> addresses() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofSize(4)
        .map(
            bytes -> {
              try {
                return InetAddress.getByAddress(bytes);
              } catch (UnknownHostException e) {
                throw new AssertionError(e);
              }
            });
  }
}
