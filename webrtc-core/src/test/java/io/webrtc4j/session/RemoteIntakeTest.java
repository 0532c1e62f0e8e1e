package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.IceAgent;
import io.webrtc4j.ice.IceConfig;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.ice.IceRole;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.SdpParseException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Candidates with names on their way to ICE (draft-ietf-mmusic-mdns-ice-candidates §3.2). */
class RemoteIntakeTest {
  private static final InetAddress ADDRESS = address("192.0.2.2");

  private final SplittableRandom random = new SplittableRandom(1);
  private final IceAgent ice =
      new IceAgent(IceConfig.of(IceRole.CONTROLLING, IceCredentials.generate(random)), random, 0);
  private final AddressNames names = new AddressNames();
  private final Queue<SessionEvent> events = new ArrayDeque<>();
  private final RemoteIntake intake = new RemoteIntake(ice, names, events);
  private final MdnsName name = MdnsName.random(random);

  @BeforeEach
  void gatherAndLearnCredentials() {
    ice.addHostCandidate(new InetSocketAddress(address("192.0.2.1"), 1000), 65_535, 0);
    ice.endOfLocalCandidates(0);
    ice.remoteCredentials(IceCredentials.generate(random), 0);
  }

  @Test
  void aNameIsHeldUntilItResolves() {
    intake.add(candidate(name, 4000), 0);
    assertThat(events).containsExactly(new SessionEvent.NameResolutionNeeded(name));
    assertThat(ice.pairs()).isEmpty();
    intake.resolved(name, ADDRESS, 0);
    InetSocketAddress resolved = new InetSocketAddress(ADDRESS, 4000);
    assertThat(ice.pairs())
        .singleElement()
        .satisfies(pair -> assertThat(pair.remote().address()).isEqualTo(resolved));
    assertThat(names.text(resolved)).isEqualTo(name + ":4000");
    assertThat(intake.hiddenCandidates()).containsExactly(name + ": resolved");
  }

  @Test
  void candidatesThatShareANameAreAskedForOnce() {
    intake.add(candidate(name, 4000), 0);
    intake.add(candidate(name, 4001), 0);
    intake.add(candidate(name, 4001), 0);
    assertThat(events).hasSize(1);
    intake.resolved(name, ADDRESS, 0);
    assertThat(ice.pairs()).hasSize(2);
    intake.add(candidate(name, 4002), 0);
    assertThat(events).hasSize(1);
    assertThat(ice.pairs()).hasSize(3);
  }

  @Test
  void theEndOfCandidatesWaitsForNames() {
    MdnsName other = MdnsName.random(random);
    intake.add(candidate(name, 4000), 0);
    intake.add(candidate(other, 4000), 0);
    intake.end(0);
    intake.notResolved(name, "nobody knows", 0);
    assertThat(intake.isComplete()).isFalse();
    intake.resolved(other, ADDRESS, 0);
    assertThat(intake.isComplete()).isTrue();
    assertThat(intake.hiddenCandidates())
        .containsExactly(name + ": nobody knows", other + ": resolved");
    assertThat(intake.unresolved())
        .isEqualTo("; of the peer's names stayed unknown " + name + " (nobody knows)");
  }

  @Test
  void aNameThatIsUnknownOnceIsNotAskedForAgain() {
    intake.add(candidate(name, 4000), 0);
    intake.notResolved(name, "nobody knows", 0);
    intake.add(candidate(name, 4000), 0);
    intake.resolved(name, ADDRESS, 0);
    assertThat(events).hasSize(1);
    assertThat(ice.pairs()).isEmpty();
  }

  @Test
  void namesThatNobodyAskedAboutAreIgnored() {
    intake.resolved(name, ADDRESS, 0);
    intake.notResolved(name, "nobody knows", 0);
    assertThat(intake.hiddenCandidates()).isEmpty();
  }

  @Test
  void namesAndCandidatesBeyondTheLimitsAreCounted() {
    for (int i = 0; i < 1000; i++) {
      intake.add(candidate(MdnsName.random(random), 4000), 0);
    }
    assertThat(events).hasSize(HiddenCandidates.MAX_NAMES);
    assertThat(intake.hiddenCandidates())
        .hasSize(HiddenCandidates.MAX_NAMES + 1)
        .contains("984 candidates were dropped for having one name too many");
  }

  @Test
  void thousandCandidatesOfOneNameAreNotAllHeld() {
    for (int i = 0; i < 1000; i++) {
      intake.add(candidate(name, 4000 + i), 0);
    }
    intake.resolved(name, ADDRESS, 0);
    assertThat(ice.pairs()).hasSize(HiddenCandidates.MAX_CANDIDATES_PER_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "candidate:1 1 tcp 1 NAME 9 typ host tcptype active",
        "candidate:1 2 udp 1 NAME 4000 typ host",
        "candidate:1 1 udp 1 NAME 0 typ host",
        "candidate:1 1 udp 1 printer.local 4000 typ host",
        "candidate:1 1 udp 1 www.example.org 4000 typ host"
      })
  void whatIceWouldNotUseAndOtherNamesAreNotAskedFor(String text) throws Exception {
    intake.add(CandidateAttribute.parse(text.replace("NAME", name.toString())), 0);
    assertThat(events).isEmpty();
    assertThat(intake.hiddenCandidates()).isEmpty();
  }

  private static CandidateAttribute candidate(MdnsName name, int port) {
    try {
      return CandidateAttribute.parse("candidate:1 1 udp 1 " + name + " " + port + " typ host");
    } catch (SdpParseException e) {
      throw new AssertionError(e);
    }
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
