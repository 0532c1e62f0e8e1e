package io.webrtc4j.ice;

/** What the agent has to tell, from {@link IceAgent#pollEvent()}. */
public sealed interface IceEvent {
  /**
   * The agent's state has changed.
   *
   * @param state the state now
   * @param reason a sentence for people: why; for {@link IceState#FAILED}, what was tried on which
   *     pairs and what came of it
   */
  record StateChanged(IceState state, String reason) implements IceEvent {}

  /**
   * Application data goes another way from now on.
   *
   * @param local our candidate
   * @param remote the peer's candidate
   */
  record SelectedPairChanged(IceCandidate local, IceCandidate remote) implements IceEvent {}

  /**
   * A role conflict was resolved against the role we had (RFC 8445 §7.3.1.1).
   *
   * @param role the role now
   */
  record RoleChanged(IceRole role) implements IceEvent {}

  /**
   * A check came from an address that the peer has not signalled (RFC 8445 §7.3.1.3).
   *
   * @param candidate the peer-reflexive candidate
   */
  record RemoteCandidateLearned(IceCandidate candidate) implements IceEvent {}

  /**
   * After a restart, or one that was cancelled, the agent does without some of its addresses: see
   * {@link IceAgent#usesLocalAddress}.
   */
  record LocalAddressesDropped() implements IceEvent {}
}
