package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.tx.Timer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Each row of Table 12 (RFC 9260 §5.2.4), and all that is not in it. */
class TieTagTest {
  private static final AssociationConfig CONFIG =
      new AssociationConfig(
          5000,
          5000,
          1172,
          256 * 1024,
          1_000_000,
          10,
          8,
          Integer.MAX_VALUE,
          Deadline.millis(500),
          Deadline.millis(400),
          Deadline.seconds(3),
          Deadline.NEVER,
          Deadline.seconds(60));

  private static final int LOCAL_TAG = 11;
  private static final int PEER_TAG = 22;
  private static final int NO_TAG = 0;
  private static final int OTHER_TAG = 99;

  private final LocalEnd local = new LocalEnd(LOCAL_TAG, 1);
  private final Tcb tcb =
      new Tcb(new AssociationContext(CONFIG, new SplittableRandom(1), 0), local, peer(PEER_TAG));

  private static Peer peer(int tag) {
    return new Peer(tag, 1, 100_000, 10, 10, true, true);
  }

  private Collision established(int localTag, int peerTag, int localTieTag, int peerTieTag) {
    return Collision.of(
        new AssociationState.Established(tcb), cookie(localTag, peerTag, localTieTag, peerTieTag));
  }

  private static Cookie cookie(int localTag, int peerTag, int localTieTag, int peerTieTag) {
    return new Cookie(
        new LocalEnd(localTag, 1), peer(peerTag), localTieTag, peerTieTag, 0, Deadline.NEVER);
  }

  /** Tie tags that match, that don't, and none. */
  private int[][] anyTieTags() {
    return new int[][] {
      {tcb.localTieTag(), tcb.peerTieTag()}, {OTHER_TAG, OTHER_TAG}, {NO_TAG, NO_TAG}
    };
  }

  @Test
  void actionANeedsBothTieTagsAndOtherTags() {
    assertThat(established(OTHER_TAG, OTHER_TAG, tcb.localTieTag(), tcb.peerTieTag()))
        .isEqualTo(Collision.A_RESTART);
  }

  @Test
  void otherTagsWithoutBothTieTagsAreNotInTheTable() {
    assertThat(established(OTHER_TAG, OTHER_TAG, NO_TAG, NO_TAG)).isEqualTo(Collision.OTHER);
    assertThat(established(OTHER_TAG, OTHER_TAG, tcb.localTieTag(), OTHER_TAG))
        .isEqualTo(Collision.OTHER);
    assertThat(established(OTHER_TAG, OTHER_TAG, OTHER_TAG, tcb.peerTieTag()))
        .isEqualTo(Collision.OTHER);
  }

  @Test
  void actionBIsForOurTagWithAnotherOfThePeerWhateverTheTieTags() {
    for (int[] tieTags : anyTieTags()) {
      assertThat(established(LOCAL_TAG, OTHER_TAG, tieTags[0], tieTags[1]))
          .isEqualTo(Collision.B_SIMULTANEOUS);
    }
  }

  @Test
  void actionBIsAlsoForOurTagWhileThePeersIsUnknown() {
    AssociationState wait = new AssociationState.CookieWait(local, new Timer(), 0);
    for (int[] tieTags : anyTieTags()) {
      assertThat(Collision.of(wait, cookie(LOCAL_TAG, PEER_TAG, tieTags[0], tieTags[1])))
          .isEqualTo(Collision.B_SIMULTANEOUS);
      assertThat(Collision.of(wait, cookie(OTHER_TAG, PEER_TAG, tieTags[0], tieTags[1])))
          .isEqualTo(Collision.OTHER);
    }
  }

  @Test
  void actionCIsForThePeersTagWithoutTieTags() {
    assertThat(established(OTHER_TAG, PEER_TAG, NO_TAG, NO_TAG)).isEqualTo(Collision.C_LATE);
  }

  @Test
  void thePeersTagWithTieTagsIsNotInTheTable() {
    assertThat(established(OTHER_TAG, PEER_TAG, tcb.localTieTag(), tcb.peerTieTag()))
        .isEqualTo(Collision.OTHER);
    assertThat(established(OTHER_TAG, PEER_TAG, OTHER_TAG, NO_TAG)).isEqualTo(Collision.OTHER);
  }

  @Test
  void actionDIsForBothTagsWhateverTheTieTags() {
    for (int[] tieTags : anyTieTags()) {
      assertThat(established(LOCAL_TAG, PEER_TAG, tieTags[0], tieTags[1]))
          .isEqualTo(Collision.D_DUPLICATE);
    }
  }

  @Test
  void withoutAnAssociationEveryCookieOfOursIsGood() {
    assertThat(Collision.of(new AssociationState.Closed(), cookie(1, 2, 0, 0)))
        .isEqualTo(Collision.NONE);
  }
}
