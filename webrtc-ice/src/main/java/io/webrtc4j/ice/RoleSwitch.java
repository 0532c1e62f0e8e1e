package io.webrtc4j.ice;

/** Changes the role, with all that depends on it (RFC 8445 §7.3.1.1). */
final class RoleSwitch {
  private final Generation generation;
  private final RoleArbiter role;
  private final Nomination nomination;
  private final EventQueue events;

  RoleSwitch(Generation generation, RoleArbiter role, Nomination nomination, EventQueue events) {
    this.generation = generation;
    this.role = role;
    this.nomination = nomination;
    this.events = events;
  }

  /** Takes the role {@code wanted} because of a conflict. */
  void conflict(IceRole wanted) {
    if (role.role() != wanted) {
      assign(wanted);
      events.add(new IceEvent.RoleChanged(wanted));
    }
  }

  /** Takes the role {@code wanted} because the signalling says so. */
  void assign(IceRole wanted) {
    if (role.role() != wanted) {
      role.role(wanted);
      generation.checklist.rank(wanted);
      nomination.roleChanged();
    }
  }
}
