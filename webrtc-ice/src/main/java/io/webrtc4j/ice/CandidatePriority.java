package io.webrtc4j.ice;

/** Priorities of candidates (RFC 8445 §5.1.2). */
final class CandidatePriority {
  static final int MAX_LOCAL_PREFERENCE = 65_535;

  private static final int TYPE_SHIFT = 24;
  private static final int LOCAL_SHIFT = 8;
  private static final int COMPONENT_BASE = 256;

  private CandidatePriority() {}

  /** The recommended formula (RFC 8445 §5.1.2.1). */
  static long of(CandidateType type, int localPreference, int component) {
    return ((long) typePreference(type) << TYPE_SHIFT)
        + ((long) localPreference << LOCAL_SHIFT)
        + (COMPONENT_BASE - component);
  }

  /** The recommended values (RFC 8445 §5.1.2.2). */
  private static int typePreference(CandidateType type) {
    return switch (type) {
      case HOST -> 126;
      case PEER_REFLEXIVE -> 110;
      case SERVER_REFLEXIVE -> 100;
      case RELAYED -> 0;
    };
  }
}
