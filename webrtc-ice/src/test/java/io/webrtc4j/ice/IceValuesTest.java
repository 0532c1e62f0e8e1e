package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What callers may give, and what they get. */
class IceValuesTest {
  private static final String PWD = "abcdefghijklmnopqrstuv";

  @Test
  void generatedCredentialsAreLongEnoughAndDiffer() {
    SplittableRandom random = new SplittableRandom(3);
    IceCredentials one = IceCredentials.generate(random);
    assertThat(one.ufrag()).hasSize(8).matches("[A-Za-z0-9+/]*");
    assertThat(one.pwd()).hasSize(24).matches("[A-Za-z0-9+/]*");
    assertThat(IceCredentials.generate(random)).isNotEqualTo(one);
  }

  @Test
  void credentialsAreCheckedAndHideTheirPassword() {
    assertThat(new IceCredentials("abcd", PWD)).asString().contains("abcd").doesNotContain(PWD);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IceCredentials("abc", PWD))
        .withMessageContaining("username fragment has 4 to 256 characters, this one has 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IceCredentials("abcd", PWD.substring(1)))
        .withMessageContaining("password has 22 to 256");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IceCredentials("ab:d", PWD))
        .withMessageContaining("letters, digits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IceCredentials("abcd", PWD.repeat(12)));
  }

  @Test
  void hostCandidatesHaveAFoundationForEachAddress() {
    AgentPeer peer =
        new AgentPeer(IceRole.CONTROLLED, 1)
            .on(at("192.0.2.1", 1), at("192.0.2.1", 2), at("192.0.2.2", 1), at("::1", 1));
    assertThat(peer.candidates)
        .extracting(IceCandidate::foundation)
        .containsExactly("1", "1", "2", "3");
    assertThat(peer.candidates.get(0).priority()).isEqualTo(2_130_706_431L);
    assertThat(peer.candidates.get(0).component()).isEqualTo(1);
    assertThat(peer.agent.addHostCandidate(at("192.0.2.2", 1), 5, 0))
        .isSameAs(peer.candidates.get(2));
  }

  @Test
  void basesThatNoSocketHasAreRefused() {
    IceAgent agent = new AgentPeer(IceRole.CONTROLLED, 1).agent;
    for (InetSocketAddress base :
        new InetSocketAddress[] {
          at("0.0.0.0", 1),
          at("::", 1),
          at("192.0.2.1", 0),
          InetSocketAddress.createUnresolved("h", 1)
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> agent.addHostCandidate(base, 1, 0))
          .withMessageContaining("a host candidate needs");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agent.addHostCandidate(at("192.0.2.1", 1), 65_536, 0));
  }

  @Test
  void candidateTypesHaveTheTokensOfSdp() {
    for (CandidateType type : CandidateType.values()) {
      assertThat(CandidateType.ofToken(type.token())).contains(type);
    }
    assertThat(CandidateType.ofToken("nat")).isEmpty();
  }

  @Test
  void candidatesCheckTheirNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> candidate(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> candidate(257, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> candidate(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> candidate(1, 1L << 32));
  }

  private static IceCandidate candidate(int component, long priority) {
    return new IceCandidate(
        "1",
        component,
        CandidateTransport.UDP,
        priority,
        at("192.0.2.1", 1),
        CandidateType.HOST,
        null);
  }
}
