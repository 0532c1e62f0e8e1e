package io.webrtc4j.ice.stun;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** The test vectors of RFC 5769. */
class Rfc5769Test {
  private static final IntegrityKey KEY = IntegrityKey.shortTerm("VOkJxbRl1RmTxUk/WvJxBt");
  private static final TransactionId ID = new TransactionId(0xb7e7a701, 0xbc34d686fa87dfaeL);
  private static final String MATRIX = "\u30de\u30c8\u30ea\u30c3\u30af\u30b9";

  @Test
  void theSampleRequestIsUnderstoodAndAuthentic() throws Exception {
    PacketBuffer packet =
        Hex.packet(
            """
            00010058 2112a442 b7e7a701 bc34d686 fa87dfae
            80220010 5354554e 20746573 7420636c 69656e74
            00240004 6e0001ff
            80290008 932ff9b1 51263b36
            00060009 6576746a 3a683676 59202020
            00080014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249 c1b571a2
            80280004 e57a3bcf
            """);
    StunMessage message = StunMessage.parse(packet);
    assertThat(message.messageClass()).isEqualTo(StunClass.REQUEST);
    assertThat(message.method()).isEqualTo(StunMessage.BINDING);
    assertThat(message.transactionId()).isEqualTo(ID);
    assertThat(message.attributes())
        .containsExactly(
            new Software("STUN test client"),
            new Priority(0x6e0001ffL),
            new IceControlled(0x932ff9b151263b36L),
            new Username("evtj:h6vY"));
    assertThat(MessageIntegrity.verify(packet, KEY)).isEqualTo(MessageIntegrity.Verdict.RIGHT_SHA1);
    assertThat(Fingerprint.isRight(packet)).isTrue();
  }

  @Test
  void theSampleIpv4ResponseIsUnderstoodAndAuthentic() throws Exception {
    PacketBuffer packet =
        Hex.packet(
            """
            0101003c 2112a442 b7e7a701 bc34d686 fa87dfae
            8022000b 74657374 20766563 746f7220
            00200008 0001a147 e112a643
            00080014 2b91f599 fd9e90c3 8c7489f9 2af9ba53 f06be7d7
            80280004 c07d4c96
            """);
    assertResponse(packet, address("192.0.2.1", 32853));
  }

  @Test
  void theSampleIpv6ResponseIsUnderstoodAndAuthentic() throws Exception {
    PacketBuffer packet =
        Hex.packet(
            """
            01010048 2112a442 b7e7a701 bc34d686 fa87dfae
            8022000b 74657374 20766563 746f7220
            00200014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9
            00080014 a382954e 4be67bf1 1784c97c 8292c275 bfe3ed41
            80280004 c8fb0b4c
            """);
    assertResponse(packet, address("2001:db8:1234:5678:11:2233:4455:6677", 32853));
  }

  @Test
  void theSampleRequestWithLongTermCredentialsIsUnderstoodAndAuthentic() throws Exception {
    PacketBuffer packet =
        Hex.packet(
            """
            00010060 2112a442 78ad3433 c6ad72c0 29da412e
            00060012 e3839ee3 8388e383 aae38383 e382afe3 82b90000
            0015001c 662f2f34 39396b39 35346436 4f4c3334 6f4c3946 53547679 36347341
            0014000b 6578616d 706c652e 6f726700
            00080014 f6702465 6dd64a3e 02b8e071 2e85c9a2 8ca89666
            """);
    assertThat(StunMessage.parse(packet).attributes())
        .containsExactly(
            new Username(MATRIX),
            new Nonce("f//499k954d6OL34oL9FSTvy64sA"),
            new Realm("example.org"));
    IntegrityKey key = IntegrityKey.longTerm(MATRIX, "example.org", "TheMatrIX");
    assertThat(MessageIntegrity.verify(packet, key)).isEqualTo(MessageIntegrity.Verdict.RIGHT_SHA1);
    assertThat(Fingerprint.isRight(packet)).isFalse();
  }

  // RFC 8489 appendix B.1 has a vector whose length field counts the header, too. This one has the
  // parameters of RFC 5769 §2.1 and was computed with Python's hmac and zlib.
  @Test
  void aRequestWithSha256IsUnderstoodAndAuthentic() throws Exception {
    PacketBuffer packet =
        Hex.packet(
            """
            00010044 2112a442 b7e7a701 bc34d686 fa87dfae 00240004 6e0001ff 00060009
            6576746a 3a683676 59000000 001c0020 921a0070 ceb67125 893ab454 c614300b
            677c93a3 fbb001b8 c826bf36 ad87fa80 80280004 4029d55a
            """);
    assertThat(StunMessage.parse(packet).attributes())
        .containsExactly(new Priority(0x6e0001ffL), new Username("evtj:h6vY"));
    assertThat(MessageIntegrity.verify(packet, KEY))
        .isEqualTo(MessageIntegrity.Verdict.RIGHT_SHA256);
    assertThat(Fingerprint.isRight(packet)).isTrue();
  }

  private static void assertResponse(PacketBuffer packet, InetSocketAddress mapped)
      throws Exception {
    StunMessage message = StunMessage.parse(packet);
    assertThat(message.messageClass()).isEqualTo(StunClass.SUCCESS_RESPONSE);
    assertThat(message.transactionId()).isEqualTo(ID);
    assertThat(message.attributes())
        .containsExactly(new Software("test vector"), new XorMappedAddress(mapped));
    assertThat(MessageIntegrity.verify(packet, KEY)).isEqualTo(MessageIntegrity.Verdict.RIGHT_SHA1);
    assertThat(Fingerprint.isRight(packet)).isTrue();
  }

  private static InetSocketAddress address(String literal, int port) throws Exception {
    return new InetSocketAddress(InetAddress.getByName(literal), port);
  }
}
