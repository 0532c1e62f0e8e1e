package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The vectors of RFC 3711 appendix B.3 and RFC 6188 §7.2. */
class KeyDerivationTest {
  private static final byte[] KEY = Hex.bytes("E1F97A0D3E018BE0D64FA32C06DE4139");
  private static final byte[] SALT = Hex.bytes("0EC675AD498AFEEBB6960B3AABE6");
  private static final KeyDerivation RFC_3711 =
      new KeyDerivation(new SrtpMasterKey(SrtpProfile.AES128_CM_HMAC_SHA1_80, KEY, SALT));

  @Test
  void theCipherKeyIsThatOfTheRfc() {
    assertThat(RFC_3711.rtpKey()).isEqualTo(Hex.bytes("C61E7A93744F39EE10734AFE3FF7A087"));
  }

  @Test
  void theCipherSaltIsThatOfTheRfc() {
    assertThat(RFC_3711.rtpSalt()).isEqualTo(Hex.bytes("30CBBC08863D8C85D49DB34A9AE1"));
  }

  @Test
  void theAuthenticationKeyIsThatOfTheRfc() {
    byte[] rfc =
        Hex.bytes(
            """
            CEBE321F6FF7716B6FD4AB49AF256A15
            6D38BAA48F0A0ACF3C34E2359E6CDBCE
            E049646C43D9327AD175578EF7227098
            6371C10C9A369AC2F94A8C5FBCDDDC25
            6D6E919A48B610EF17C2041E47403576
            6B68642C59BBFC2F34DB60DBDFB2
            """);
    assertThat(KeyDerivation.derive(KEY, SALT, 1, rfc.length)).isEqualTo(rfc);
    assertThat(rfc).startsWith(RFC_3711.rtpAuthenticationKey());
  }

  @Test
  void aKeyOf256BitsIsThatOfTheRfc() {
    byte[] key = Hex.bytes("f0f04914b513f2763a1b1fa130f10e29 98f6f6e43e4309d1e622a0e332b9f1b6");
    byte[] salt = Hex.bytes("3b04803de51ee7c96423ab5b78d2");
    assertThat(KeyDerivation.derive(key, salt, 0, key.length))
        .isEqualTo(Hex.bytes("5ba1064e30ec51613cad926c5a28ef73 1ec7fb397f70a960653caf06554cd8c4"));
    assertThat(KeyDerivation.derive(key, salt, 2, salt.length))
        .isEqualTo(Hex.bytes("fa31791685ca444a9e07c6c64e93"));
    assertThat(KeyDerivation.derive(key, salt, 1, 20))
        .isEqualTo(Hex.bytes("fd9c32d39ed5fbb5a9dc96b30818454d1313dc05"));
  }
}
