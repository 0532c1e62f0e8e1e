package io.webrtc4j.session;

import io.webrtc4j.ice.IceState;
import java.util.EnumSet;
import java.util.List;

/** ICE's state on all transports together (W3C WebRTC §4.3.4). */
public final class IceConnectionState {
  private static final EnumSet<IceState> IDLE = EnumSet.of(IceState.NEW, IceState.CLOSED);
  private static final EnumSet<IceState> DONE = EnumSet.of(IceState.COMPLETED, IceState.CLOSED);

  private IceConnectionState() {}

  /** The state that follows from those of the transports, the first rule that applies. */
  public static IceState of(List<IceState> transports) {
    if (transports.contains(IceState.FAILED)) {
      return IceState.FAILED;
    }
    if (transports.contains(IceState.DISCONNECTED)) {
      return IceState.DISCONNECTED;
    }
    if (IDLE.containsAll(transports)) {
      return IceState.NEW;
    }
    if (transports.contains(IceState.NEW) || transports.contains(IceState.CHECKING)) {
      return IceState.CHECKING;
    }
    return DONE.containsAll(transports) ? IceState.COMPLETED : IceState.CONNECTED;
  }
}
