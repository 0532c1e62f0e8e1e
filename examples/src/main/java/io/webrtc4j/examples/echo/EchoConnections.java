package io.webrtc4j.examples.echo;

import io.webrtc4j.PeerSettings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The server's connections: numbers them, and tells of each when it comes and goes, and why. */
final class EchoConnections implements AutoCloseable {
  private static final int LONGEST_SECONDS = 3;

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
    tell(peer, "new; " + open.size() + " open");
    return peer;
  }

  /** Ends them all, and waits until the clients were told, so that the process may end. */
  @Override
  public void close() {
    List<EchoPeer> all = List.copyOf(open);
    all.forEach(peer -> peer.close("the server ends"));
    CompletableFuture.allOf(
            all.stream().map(EchoPeer::whenEnded).toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, LONGEST_SECONDS, TimeUnit.SECONDS)
        .join();
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
