package io.webrtc4j.sctp.testing;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.TwoPeers;
import java.util.function.BooleanSupplier;

/** Two transports on a simulated path. */
public final class Pair {
  /** The end that is the DTLS client. */
  public final Side a;

  /** The other end. */
  public final Side z;

  /** The path between them. */
  public final TwoPeers<byte[]> peers;

  /** Two given ends. */
  public Pair(Side a, Side z, LinkConditions conditions, long seed) {
    this.a = a;
    this.z = z;
    this.peers = new TwoPeers<>(a, z, conditions, seed);
  }

  /** Two ends with ordinary settings. */
  public Pair(LinkConditions conditions, long seed) {
    this(Side.client(seed), Side.server(seed), conditions, seed);
  }

  /** On a perfect path. */
  public static Pair perfect() {
    return new Pair(LinkConditions.perfect(), 1);
  }

  /** An established pair on a perfect path. */
  public static Pair established() {
    Pair pair = perfect();
    pair.connect();
    return pair;
  }

  /** Both begin at once, and the association stands. */
  public Pair connect() {
    a.transport.connect(now());
    z.transport.connect(now());
    require("established", () -> a.isEstablished() && z.isEstablished(), 60);
    return this;
  }

  /** The time. */
  public long now() {
    return peers.now();
  }

  /** Runs until done. */
  public boolean runUntil(BooleanSupplier done, long seconds) {
    return peers.runUntil(done, Deadline.seconds(seconds));
  }

  /** Runs for a time. */
  public void runFor(long millis) {
    peers.runFor(Deadline.millis(millis));
  }

  /** Runs until done, and fails if that does not happen. */
  public void require(String what, BooleanSupplier done, long seconds) {
    if (!runUntil(done, seconds)) {
      throw new AssertionError(
          what
              + " did not happen within "
              + seconds
              + " s; a: "
              + a.transport.counters()
              + ", z: "
              + z.transport.counters());
    }
  }

  /** Opens a channel at a, and says which handle it has at z. */
  public Channels channel(DataChannelParameters parameters) {
    int atA = a.transport.open(parameters, now());
    int before = z.events(DataChannelEvent.ChannelOffered.class).size();
    require("offer", () -> z.events(DataChannelEvent.ChannelOffered.class).size() > before, 600);
    return new Channels(atA, z.events(DataChannelEvent.ChannelOffered.class).get(before).channel());
  }

  /** One channel's handles at both ends. */
  public record Channels(int a, int z) {}
}
