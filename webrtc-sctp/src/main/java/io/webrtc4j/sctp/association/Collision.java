package io.webrtc4j.sctp.association;

import io.webrtc4j.sctp.association.AssociationState.CookieWait;
import io.webrtc4j.sctp.association.AssociationState.WithTcb;

/** What a COOKIE ECHO means to the association that there is: Table 12 of RFC 9260 §5.2.4. */
enum Collision {
  /** There is no association. */
  NONE,
  /** A: the peer has restarted. */
  A_RESTART,
  /** B: both sides began at about the same time. */
  B_SIMULTANEOUS,
  /** C: a cookie of ours that comes late. */
  C_LATE,
  /** D: the cookie of this very association. */
  D_DUPLICATE,
  /** A case that is not in the table. */
  OTHER;

  static Collision of(AssociationState state, Cookie cookie) {
    if (state instanceof CookieWait wait) {
      // The peer's tag is not known yet: M and 0, or X and 0.
      return cookie.local().tag() == wait.local().tag() ? B_SIMULTANEOUS : OTHER;
    }
    if (!(state instanceof WithTcb withTcb)) {
      return NONE;
    }
    Tcb tcb = withTcb.tcb();
    boolean localMatches = cookie.local().tag() == tcb.local().tag();
    boolean peerMatches = cookie.peer().tag() == tcb.peer().tag();
    if (localMatches) {
      return peerMatches ? D_DUPLICATE : B_SIMULTANEOUS;
    }
    boolean noTieTags = cookie.localTieTag() == 0 && cookie.peerTieTag() == 0;
    if (peerMatches) {
      return noTieTags ? C_LATE : OTHER;
    }
    boolean tieTagsMatch =
        cookie.localTieTag() == tcb.localTieTag() && cookie.peerTieTag() == tcb.peerTieTag();
    return tieTagsMatch ? A_RESTART : OTHER;
  }
}
