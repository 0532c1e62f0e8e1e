package io.webrtc4j.examples.echo;

import io.webrtc4j.PeerSettings;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The server's connections: numbers them, and tells of each when it comes and goes, and why. */
final class EchoConnections implements AutoCloseable {
  private final PeerSettings settings;
  private final Consumer<String> told;
  private final Set<EchoPeer> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger lastNumber = new AtomicInteger();

  /**
   * None yet.
   *
   * @param told hears a line whenever there is something to tell
   */
  EchoConnections(PeerSettings settings, Consumer<String> told) {
    this.settings = settings;
    this.told = told;
  }

  /** A new connection, which waits for its offer. */
  EchoPeer begin() {
    EchoPeer peer = new EchoPeer(lastNumber.incrementAndGet(), settings, this::tell, this::ended);
    open.add(peer);
    tell(peer, open.size() + " open");
    return peer;
  }

  @Override
  public void close() {
    open.forEach(peer -> peer.close("the server ends"));
  }

  private void ended(EchoPeer peer, String why) {
    if (open.remove(peer)) {
      tell(peer, "over: " + why + "; " + open.size() + " open");
    }
  }

  private void tell(EchoPeer peer, String what) {
    told.accept("Connection " + peer.number() + ": " + what);
  }
}
