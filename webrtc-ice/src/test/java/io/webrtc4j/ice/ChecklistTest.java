package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** Order and states of pairs (RFC 8445 §6.1.2.6 and §6.1.4.2, RFC 8838 §12). */
class ChecklistTest {
  private static final IceRole ROLE = IceRole.CONTROLLING;
  private static final LocalCandidate LOCAL =
      new LocalCandidates(new HashMap<>()).add(at("192.0.2.1", 4000), 65_535);

  private final Checklist checklist = new Checklist(4);
  private int port = 1;

  @Test
  void theTopmostOfEachFoundationWaitsAndTheOthersAreFrozen() {
    CandidatePair best = insert("f", 30);
    CandidatePair worse = insert("f", 20);
    CandidatePair other = insert("g", 10);
    assertThat(best.state()).isEqualTo(CandidatePairState.WAITING);
    assertThat(worse.state()).isEqualTo(CandidatePairState.FROZEN);
    assertThat(other.state()).isEqualTo(CandidatePairState.WAITING);
    assertThat(checklist.pairs()).containsExactly(best, worse, other);
  }

  @Test
  void aNewTopmostPairWaitsAtOnce() {
    insert("f", 10);
    assertThat(insert("f", 20).state()).isEqualTo(CandidatePairState.WAITING);
  }

  @Test
  void aSuccessUnfreezesItsFoundationThoughOthersWait() {
    CandidatePair best = insert("f", 30);
    CandidatePair like = insert("f", 20);
    insert("g", 25);
    CandidatePair unlike = insert("g", 10);
    checklist.succeeded(best, LOCAL.candidate(), ROLE, 0);
    assertThat(like.state()).isEqualTo(CandidatePairState.WAITING);
    assertThat(unlike.state()).isEqualTo(CandidatePairState.FROZEN);
  }

  @Test
  void aPairLikeOneThatSucceededWaitsAtOnce() {
    checklist.succeeded(insert("f", 30), LOCAL.candidate(), ROLE, 0);
    assertThat(insert("f", 20).state()).isEqualTo(CandidatePairState.WAITING);
  }

  @Test
  void whenNoneWaitsTheBestOfAnIdleFoundationThaws() {
    CandidatePair first = insert("f", 30);
    CandidatePair second = insert("f", 20);
    CandidatePair third = insert("f", 10);
    first.state(CandidatePairState.IN_PROGRESS);
    assertThat(checklist.hasNext()).isFalse();
    assertThat(checklist.next()).isNull();
    first.fail("no answer");
    assertThat(checklist.hasNext()).isTrue();
    assertThat(checklist.next()).isSameAs(second);
    assertThat(third.state()).isEqualTo(CandidatePairState.FROZEN);
  }

  @Test
  void atTheLimitAFailedPairMakesRoom() {
    CandidatePair failed = insert("a", 40);
    insert("b", 30);
    insert("c", 20);
    insert("d", 10);
    failed.fail("no answer");
    assertThat(checklist.insert(pair("e", 5), false)).isSameAs(failed);
    assertThat(checklist.pairs()).hasSize(4);
  }

  @Test
  void atTheLimitTheWorstUncheckedPairMakesRoomForABetterOne() {
    insert("a", 40);
    insert("b", 30);
    CandidatePair unchecked = insert("c", 20);
    CandidatePair checked = insert("d", 10);
    checked.state(CandidatePairState.IN_PROGRESS);
    CandidatePair worse = pair("e", 15);
    assertThat(checklist.insert(worse, false)).isSameAs(worse);
    assertThat(checklist.insert(pair("e", 25), false)).isSameAs(unchecked);
    assertThat(checklist.contains(checked)).isTrue();
  }

  @Test
  void atTheLimitATriggeredPairGoesBeforeAnyUncheckedOne() {
    insert("a", 40);
    insert("b", 30);
    insert("c", 20);
    CandidatePair worst = insert("d", 10);
    assertThat(checklist.insert(pair("e", 1), true)).isSameAs(worst);
  }

  @Test
  void aPairThePeerHasNominatedKeepsItsPlace() {
    insert("a", 40);
    insert("b", 30);
    CandidatePair unchecked = insert("c", 20);
    CandidatePair pending = insert("d", 10);
    pending.nominationPending(true);
    assertThat(checklist.insert(pair("e", 35), false)).isSameAs(unchecked);
    checklist.conclude();
    assertThat(checklist.pairs()).containsExactly(pending);
  }

  @Test
  void anotherRoleMayMeanAnotherOrder() {
    // min and max decide; the tie between the two goes to the side whose candidate is better.
    CandidatePair equal = insert("f", LOCAL.candidate().priority());
    CandidatePair better = insert("g", LOCAL.candidate().priority() + 1);
    assertThat(checklist.pairs()).containsExactly(better, equal);
    long before = better.priority();
    checklist.rank(ROLE.opposite());
    assertThat(better.priority()).isEqualTo(before + 1);
  }

  @Test
  void hopeIsGoneWhenEachPairHasHadItsTime() {
    CandidatePair one = insert("a", 40);
    CandidatePair other = insert("b", 30);
    one.checked(5);
    assertThat(checklist.hopelessAt()).isEqualTo(Long.MAX_VALUE);
    other.checked(7);
    other.checked(9);
    assertThat(checklist.hopelessAt()).isEqualTo(7 + RetransmissionTimer.MAX_DURATION);
    other.fail("error");
    assertThat(checklist.hopelessAt()).isEqualTo(5 + RetransmissionTimer.MAX_DURATION);
  }

  private CandidatePair insert(String foundation, long priority) {
    CandidatePair pair = pair(foundation, priority);
    assertThat(checklist.insert(pair, false)).isNull();
    return pair;
  }

  private CandidatePair pair(String foundation, long priority) {
    IceCandidate remote =
        new IceCandidate(
            foundation,
            1,
            CandidateTransport.UDP,
            priority,
            at("198.51.100.2", port++),
            CandidateType.HOST,
            null);
    return new CandidatePair(LOCAL, new RemoteCandidate(remote, true), ROLE);
  }
}
