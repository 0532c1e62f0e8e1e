package io.webrtc4j.world;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Where connections live. May be used from any thread. */
public interface World {
  /** The loop for one more connection. */
  Loop nextLoop();

  /**
   * The addresses of the network interfaces that are up. May take a moment, and therefore does not
   * belong on a loop.
   */
  List<InetAddress> localAddresses() throws IOException;

  /**
   * The links that multicast reaches, by interfaces that are up. May take a moment, and therefore
   * does not belong on a loop.
   */
  List<MulticastLink> multicastLinks() throws IOException;

  /** The one {@code T} of this world, which {@code maker} makes when it is asked for first. */
  <T> T shared(Class<T> type, Supplier<T> maker);

  /** The date and time, for certificates. */
  Instant now();

  /**
   * Told that a thread of the user's waits for something that this world brings about. A world
   * without threads of its own goes on until {@code done}, or until {@code limitNanos} of its time
   * have passed.
   *
   * @return whether the waiting is over
   */
  default boolean waitInstead(BooleanSupplier done, long limitNanos) {
    return false;
  }

  /** A new source of randomness, fit for keys, for one connection. */
  RandomGenerator newRandom();
}
