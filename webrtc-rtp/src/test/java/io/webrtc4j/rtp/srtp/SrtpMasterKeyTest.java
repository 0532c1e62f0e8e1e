package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpMasterKeyTest {
  private static final SrtpProfile PROFILE = SrtpProfile.AES128_CM_HMAC_SHA1_80;

  @ParameterizedTest
  @EnumSource
  void keysAndSaltsOfBothSidesStandInTheOrderOfTheRfc(SrtpProfile profile) {
    byte[] exported = new byte[SrtpMasterKey.exportedLength(profile)];
    int keys = profile.keyLength();
    Arrays.fill(exported, 0, keys, (byte) 1);
    Arrays.fill(exported, keys, 2 * keys, (byte) 2);
    Arrays.fill(exported, 2 * keys, 2 * keys + profile.saltLength(), (byte) 3);
    Arrays.fill(exported, 2 * keys + profile.saltLength(), exported.length, (byte) 4);
    SrtpMasterKey client = SrtpMasterKey.ofClient(profile, exported);
    SrtpMasterKey server = SrtpMasterKey.ofServer(profile, exported);
    assertThat(client.key()).hasSize(keys).containsOnly(1);
    assertThat(server.key()).hasSize(keys).containsOnly(2);
    assertThat(client.salt()).hasSize(profile.saltLength()).containsOnly(3);
    assertThat(server.salt()).hasSize(profile.saltLength()).containsOnly(4);
  }

  @Test
  void nothingOfItIsToldInText() {
    SrtpMasterKey key = Peer.masterKey(PROFILE, 1);
    assertThat(key).hasToString("SrtpMasterKey[AES128_CM_HMAC_SHA1_80]");
  }

  @Test
  void erasingLeavesZeros() {
    SrtpMasterKey key = Peer.masterKey(PROFILE, 1);
    key.erase();
    assertThat(key.key()).containsOnly(0);
    assertThat(key.salt()).containsOnly(0);
  }

  @Test
  void anErasedKeyMakesNoContext() {
    SrtpMasterKey key = Peer.masterKey(PROFILE, 1);
    key.erase();
    assertThatThrownBy(() -> new SrtpSendContext(key))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("erased");
    assertThatThrownBy(() -> new SrtpReceiveContext(key)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void otherLengthsThanTheProfilesAreRefused() {
    assertThatThrownBy(() -> new SrtpMasterKey(PROFILE, new byte[16], new byte[12]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("14");
    assertThatThrownBy(() -> SrtpMasterKey.ofClient(PROFILE, new byte[59]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProfileIsFoundByItsNumber() {
    for (SrtpProfile profile : SrtpProfile.values()) {
      assertThat(SrtpProfile.of(profile.code())).isSameAs(profile);
    }
    assertThat(SrtpProfile.of(3)).isNull();
  }
}
