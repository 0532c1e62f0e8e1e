package io.webrtc4j.ice;

/** Counts what came and was not used; {@link IceCounters} says what each count means. */
final class Drops {
  private long malformed;
  private long unauthenticated;
  private long unknownUser;
  private long unknownTransaction;
  private long asymmetric;
  private long unsupported;
  private long beyondLimits;
  private long unknownLocalAddress;

  void malformed() {
    malformed++;
  }

  void unauthenticated() {
    unauthenticated++;
  }

  void unknownUser() {
    unknownUser++;
  }

  void unknownTransaction() {
    unknownTransaction++;
  }

  void asymmetric() {
    asymmetric++;
  }

  void unsupported() {
    unsupported++;
  }

  void beyondLimits() {
    beyondLimits++;
  }

  void unknownLocalAddress() {
    unknownLocalAddress++;
  }

  IceCounters snapshot() {
    return new IceCounters(
        malformed,
        unauthenticated,
        unknownUser,
        unknownTransaction,
        asymmetric,
        unsupported,
        beyondLimits,
        unknownLocalAddress);
  }
}
