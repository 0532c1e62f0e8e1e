package io.webrtc4j.dtls.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyShareTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void x25519AsInRfc7748Section61() throws DecodeException {
    KeyShare alice =
        new X25519KeyShare(
            HEX.parseHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    KeyShare bob =
        new X25519KeyShare(
            HEX.parseHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
    assertThat(HEX.formatHex(alice.publicKey()))
        .isEqualTo("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    assertThat(HEX.formatHex(bob.publicKey()))
        .isEqualTo("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    assertThat(HEX.formatHex(alice.agree(bob.publicKey())))
        .isEqualTo(HEX.formatHex(bob.agree(alice.publicKey())))
        .isEqualTo("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
  }

  /** RFC 5903 §8.1: the same curve under its name in IKE. */
  @Test
  void p256AsInRfc5903() throws DecodeException {
    KeyShare initiator = p256("C88F01F510D9AC3F70A292DAA2316DE544E9AAB8AFE84049C62A9C57862D1433");
    KeyShare responder = p256("C6EF9C5D78AE012A011164ACB397CE2088685D8F06BF9BE0B283AB46476BEE53");
    assertThat(HEX.withUpperCase().formatHex(initiator.publicKey()))
        .isEqualTo(
            "04"
                + "DAD0B65394221CF9B051E1FECA5787D098DFE637FC90B9EF945D0C3772581180"
                + "5271A0461CDB8252D61F1C456FA3E59AB1F45B33ACCF5F58389E0577B8990BB3");
    assertThat(HEX.withUpperCase().formatHex(initiator.agree(responder.publicKey())))
        .isEqualTo("D6840F6B42F6EDAFD13116E0E12565202FEF8E9ECE7DCE03812464D04B9442DE");
    assertThat(responder.agree(initiator.publicKey()))
        .isEqualTo(initiator.agree(responder.publicKey()));
  }

  private static KeyShare p256(String privateKey) {
    return new EcdhKeyShare(EllipticCurve.SECP256R1, new BigInteger(privateKey, 16));
  }

  @ParameterizedTest
  @EnumSource(NamedGroup.class)
  void bothSidesAgree(NamedGroup group) throws DecodeException {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20; i++) {
      KeyShare one = group.generate(random);
      KeyShare other = group.generate(random);
      assertThat(one.agree(other.publicKey())).isEqualTo(other.agree(one.publicKey()));
    }
  }

  @ParameterizedTest
  @EnumSource(NamedGroup.class)
  void keysOfAnotherLengthAreRefused(NamedGroup group) {
    KeyShare share = group.generate(new SplittableRandom(1));
    for (int length : new int[] {0, 1, 31, 33, 64, 66, 200}) {
      byte[] key = new byte[length];
      Arrays.fill(key, (byte) 4);
      assertThatThrownBy(() -> share.agree(key)).isInstanceOf(DecodeException.class);
    }
  }

  /** The points of small order, which make the secret zero (RFC 7748 §6.1). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
      })
  void pointsOfSmallOrderAreRefused(String point) {
    KeyShare share = NamedGroup.X25519.generate(new SplittableRandom(1));
    assertThatThrownBy(() -> share.agree(HEX.parseHex(point))).isInstanceOf(DecodeException.class);
  }

  @Test
  void pointsThatAreNotOnTheCurveAreRefused() {
    KeyShare share = NamedGroup.SECP256R1.generate(new SplittableRandom(1));
    byte[] key = NamedGroup.SECP256R1.generate(new SplittableRandom(2)).publicKey();
    for (int at = 0; at < key.length; at++) {
      byte[] changed = key.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> share.agree(changed)).isInstanceOf(DecodeException.class);
    }
    byte[] zero = new byte[65];
    zero[0] = 4;
    assertThatThrownBy(() -> share.agree(zero)).isInstanceOf(DecodeException.class);
  }
}
