package io.webrtc4j.ice.mdns.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as they are on the wire; the vectors were written by hand from RFC 1035 and 6762. */
class DnsMessageTest {
  private static final DnsName HOST = DnsName.of("host.local");

  private static final String QUERY =
      """
      0000 0000 0002 0000 0000 0000
      04 686f7374 05 6c6f63616c 00 0001 0001
      c00c 001c 8001
      """;

  private static final String RESPONSE =
      """
      0000 8400 0000 0001 0000 0001
      04 686f7374 05 6c6f63616c 00 0001 8001 00000078 0004 c0000201
      c00c 002f 8001 00000078 0005 c00c 00 01 40
      """;

  @Test
  void aQueryForBothAddressesNamesTheHostOnce() throws Exception {
    DnsMessage query =
        DnsMessage.query(
            List.of(
                DnsQuestion.of(HOST, DnsType.A),
                new DnsQuestion(HOST, DnsType.AAAA, DnsType.INTERNET, true)));
    assertThat(bytes(query)).isEqualTo(hex(QUERY));
    assertThat(parse(QUERY)).isEqualTo(query);
    assertThat(query.isResponse()).isFalse();
  }

  @Test
  void aResponseHasAnAddressAndDeniesTheOtherFamily() throws Exception {
    DnsMessage response =
        DnsMessage.response(
            List.of(new AddressRecord(HOST, true, 120, address("192.0.2.1"))),
            List.of(new DenialRecord(HOST, true, 120, Set.of(DnsType.A))));
    assertThat(bytes(response)).isEqualTo(hex(RESPONSE));
    assertThat(parse(RESPONSE)).isEqualTo(response);
    assertThat(response.isResponse()).isTrue();
    assertThat(response.isOrdinary()).isTrue();
  }

  @Test
  void anIpv6AddressStaysOneEvenIfItIsMapped() throws Exception {
    DnsMessage response =
        parse(
            """
            0000 8400 0000 0001 0000 0000
            01 61 00 001c 0001 0000000a 0010 00000000000000000000ffffc0000201
            """);
    AddressRecord record = (AddressRecord) response.answers().get(0);
    assertThat(record.type()).isEqualTo(DnsType.AAAA);
    assertThat(record.cacheFlush()).isFalse();
    assertThat(record.address().getAddress()).hasSize(16);
  }

  @Test
  void letterCaseDoesNotTellNamesApart() throws Exception {
    assertThat(DnsName.of("HoSt.LOCAL")).isEqualTo(HOST).hasSameHashCodeAs(HOST);
    assertThat(parse(QUERY.replace("686f7374", "484f5354")).questions().get(0).name())
        .isEqualTo(HOST);
  }

  @Test
  void recordsOfOtherTypesAndClassesAreKeptAsTheyAre() throws Exception {
    DnsMessage message =
        parse(
            """
            0000 8400 0000 0003 0000 0000
            00 0029 05a0 00000000 0000
            01 61 00 0010 8001 00000078 0003 027878
            01 61 00 0001 0003 00000078 0004 c0000201
            """);
    assertThat(message.answers())
        .containsExactly(
            new OtherRecord(new DnsName(""), 41, 0x05a0, 0, new byte[0]),
            new OtherRecord(DnsName.of("a"), 16, 0x8001, 120, new byte[] {2, 'x', 'x'}),
            new OtherRecord(DnsName.of("a"), 1, 3, 120, new byte[] {(byte) 192, 0, 2, 1}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0006 00 01 01 40 02 01", // more behind the bitmap
        "0004 00 01 01 40", // block 1
        "0002 00 00", // no bitmap
        "0004 00 00 01 00", // an empty one
        "0003 00 00 05", // a truncated one
        "0003 c0ff 00" // a next name that points forwards
      })
  void aDenialOfAnotherFormIsNoReasonToDropItsMessage(String data) throws Exception {
    DnsMessage message = parse("0000 8400 0000 0001 0000 0000 01 61 00 002f 8001 00000078 " + data);
    assertThat(message.answers()).singleElement().isInstanceOf(OtherRecord.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c00c", // to itself
        "c00d", // into itself
        "c0ff", // forwards
        "01 61 c00c", // to its own beginning
        "40 61", // a label of an unknown kind
        "80 61",
        "3f 61" // a label that ends behind the message
      })
  void aNameThatLeadsNowhereIsRefused(String name) {
    assertThatThrownBy(() -> parse("0000 0000 0001 0000 0000 0000" + name + "0001 0001"))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void pointersThatGoBackFromOneToTheNextEnd() throws Exception {
    DnsMessage query =
        parse(
            """
            0000 0000 0003 0000 0000 0000
            01 61 00 0001 0001
            01 62 c00c 0001 0001
            01 63 c013 0001 0001
            """);
    assertThat(query.questions())
        .extracting(question -> question.name().toString())
        .containsExactly("a", "b.a", "c.b.a");
  }

  @Test
  void aNameMayHave255OctetsAndNotOneMore() throws Exception {
    String label = "3f" + "61".repeat(63);
    String last = "3d" + "61".repeat(61);
    String head = "0000 0000 0001 0000 0000 0000";
    assertThat(parse(head + label.repeat(3) + last + "00 0001 0001").questions()).hasSize(1);
    String longer = "3e" + "61".repeat(62);
    assertThatThrownBy(() -> parse(head + label.repeat(3) + longer + "00 0001 0001"))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("255");
  }

  @Test
  void noMoreThan256EntriesAreRead() {
    assertThatThrownBy(() -> parse("0000 0000 00ff 0001 0001 0000" + "00 0001 0001".repeat(300)))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("256");
  }

  @ParameterizedTest
  @ValueSource(strings = {QUERY, RESPONSE})
  void aTruncatedMessageIsRefusedWhereverItEnds(String message) {
    byte[] whole = hex(message);
    for (int length = 0; length < whole.length; length++) {
      PacketBuffer part = PacketBuffer.wrap(Arrays.copyOf(whole, length));
      // A denial that is cut within its data is cut within its length.
      assertThatThrownBy(() -> DnsMessage.parse(part)).isInstanceOf(DecodeException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a..b", ".a", "ü\u0100"})
  void whatIsNoNameIsNotMadeOne(String text) {
    assertThatThrownBy(() -> DnsName.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(DnsMessage message) {
    PacketBuffer packet = PacketBuffer.allocate(1500, 20);
    message.write(packet);
    return packet.toByteArray();
  }

  private static DnsMessage parse(String hex) throws DecodeException {
    return DnsMessage.parse(PacketBuffer.wrap(hex(hex)));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  private static InetAddress address(String literal) throws Exception {
    return InetAddress.getByName(literal);
  }
}
