package io.webrtc4j.ice;

import java.util.List;
import java.util.function.Supplier;

/** Changes the role, with all that depends on it (RFC 8445 §7.3.1.1). */
final class RoleSwitch {
  private final RoleArbiter role;
  private final EventQueue events;
  private final Supplier<List<IceSession>> sessions;

  RoleSwitch(RoleArbiter role, EventQueue events, Supplier<List<IceSession>> sessions) {
    this.role = role;
    this.events = events;
    this.sessions = sessions;
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
      sessions.get().forEach(session -> session.roleChanged(wanted));
    }
  }
}
