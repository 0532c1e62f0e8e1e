package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.CandidateAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidatesTest {
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "::1", "2001:db8::1", "::ffff:192.0.2.1"})
  void addressesAreTaken(String address) throws Exception {
    assertThat(Candidates.toIce(candidate(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "5e6a2e0d.local",
        "1.2.3",
        "256.0.0.1",
        ".:1",
        "..a:b",
        ":::::",
        "fe80::1%lo"
      })
  void whatIsNoAddressIsPassedOverWithoutALookUp(String address) throws Exception {
    assertThat(Candidates.toIce(candidate(address))).isEmpty();
  }

  private static CandidateAttribute candidate(String address) throws Exception {
    return CandidateAttribute.parse("candidate:1 1 udp 1 " + address + " 4000 typ host");
  }
}
