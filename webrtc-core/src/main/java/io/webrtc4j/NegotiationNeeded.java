package io.webrtc4j;

import io.webrtc4j.jsep.SignalingState;

/**
 * The negotiation-needed flag (W3C WebRTC §4.7.3): whether the user was told that what it asked for
 * needs an offer.
 */
final class NegotiationNeeded {
  final Listeners<Event> listeners = new Listeners<>();

  private final Connection connection;
  private final OperationsChain chain;
  private boolean flag;

  NegotiationNeeded(Connection connection) {
    this.connection = connection;
    this.chain = new OperationsChain(connection, this::update);
  }

  OperationsChain chain() {
    return chain;
  }

  /** "Update the negotiation-needed flag"; in a step. */
  void update() {
    if (!chain.postponesUpdate()) {
      connection.queueTask(
          told -> {
            if (check()) {
              told.add(() -> listeners.fire(new Event("negotiationneeded")));
            }
          });
    }
  }

  /** "Clear the negotiation-needed flag"; in a step. */
  void clear() {
    flag = false;
  }

  private boolean check() {
    if (chain.postponesUpdate() || connection.jsep().signaling() != SignalingState.STABLE) {
      return false;
    }
    boolean needed = connection.jsep().negotiationNeeded();
    boolean news = needed && !flag;
    flag = needed;
    return news;
  }
}
