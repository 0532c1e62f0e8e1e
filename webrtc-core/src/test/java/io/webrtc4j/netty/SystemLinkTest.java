package io.webrtc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemLinkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 24, 192.0.2.254, true",
    "192.0.2.1, 24, 192.0.3.1, false",
    "192.0.2.1, 23, 192.0.3.1, true",
    "192.0.2.1, 32, 192.0.2.1, true",
    "192.0.2.1, 32, 192.0.2.0, false",
    "192.0.2.1, 25, 192.0.2.127, true",
    "192.0.2.1, 25, 192.0.2.128, false",
    "192.0.2.1, 0, 192.0.2.2, false",
    "192.0.2.1, -1, 192.0.2.2, false",
    "fe80::1, 64, fe80::2, true",
    "fe80::1, 64, fe80:0:0:1::1, false",
    "fe80::1, 64, 192.0.2.1, false",
    "2001:db8::1, 128, 2001:db8::1, true"
  })
  void aPrefixHasTheAddressesThatBeginLikeIt(
      String address, int length, String other, boolean contained) throws Exception {
    SystemLink.Prefix prefix = new SystemLink.Prefix(InetAddress.getByName(address), length);
    assertThat(prefix.contains(InetAddress.getByName(other))).isEqualTo(contained);
  }
}
