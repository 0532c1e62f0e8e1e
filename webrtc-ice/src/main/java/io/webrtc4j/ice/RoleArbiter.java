package io.webrtc4j.ice;

import java.util.random.RandomGenerator;

/** Our role, and what becomes of it when the peer claims the same (RFC 8445 §7.3.1.1). */
final class RoleArbiter {
  /** Two honest agents agree after one or two; a peer that only ever objects is not listened to. */
  private static final int MAX_REJECTIONS = 16;

  private final RandomGenerator random;
  private IceRole role;
  private long tieBreaker;
  private int rejections;

  RoleArbiter(IceRole role, RandomGenerator random) {
    this.role = role;
    this.random = random;
    this.tieBreaker = random.nextLong();
  }

  /** What a peer's claim leads to. */
  enum Verdict {
    /** Roles differ. */
    AGREED,
    /** We keep our role and refuse the request with 487. */
    WE_STAY,
    /** We take the other role. */
    WE_SWITCH
  }

  IceRole role() {
    return role;
  }

  long tieBreaker() {
    return tieBreaker;
  }

  void role(IceRole role) {
    this.role = role;
  }

  /** Judges a request whose sender is in the role {@code claimed}. */
  Verdict judge(IceRole claimed, long theirTieBreaker) {
    if (claimed != role) {
      return Verdict.AGREED;
    }
    boolean oursWins = Long.compareUnsigned(tieBreaker, theirTieBreaker) >= 0;
    // The larger one is, or becomes, controlling.
    boolean weStay = (role == IceRole.CONTROLLING) == oursWins;
    return weStay ? Verdict.WE_STAY : Verdict.WE_SWITCH;
  }

  /** Whether another 487 is to be taken for a role conflict. */
  boolean acceptsRejection() {
    return rejections < MAX_REJECTIONS;
  }

  /** Another session begins, in which the peer may object anew. */
  void renew() {
    rejections = 0;
  }

  /** Notes a 487: the tie-breaker has to change with it (RFC 8445 §7.2.5.1). */
  void rejected() {
    rejections++;
    tieBreaker = random.nextLong();
  }
}
