package io.webrtc4j.sctp.testing;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelTransport;
import io.webrtc4j.sctp.packet.Packets;
import java.util.SplittableRandom;

/**
 * Two transports that speak packet by packet, as a test says: what A sends reaches Z when the test
 * says so, and no earlier.
 */
public final class Dialogue {
  /** The two sides; A is the DTLS client. */
  public final Side a;

  /** The other side. */
  public final Side z;

  private long now = Deadline.seconds(1);

  /** A dialogue between {@code a} and {@code z}. */
  public Dialogue(Side a, Side z) {
    this.a = a;
    this.z = z;
  }

  /** Two sides with ordinary settings. */
  public static Dialogue ordinary() {
    return new Dialogue(Side.client(1), Side.server(1));
  }

  /** Two sides between which there is an association already. */
  public static Dialogue established() {
    Dialogue dialogue = ordinary();
    dialogue.a.transport.connect(dialogue.now);
    dialogue.z.transport.connect(dialogue.now);
    dialogue.settle();
    return dialogue;
  }

  /** The time. */
  public long now() {
    return now;
  }

  /** A -> packet -> Z; what it was, or "" if A has nothing to send. */
  public String aSends() {
    return deliver(a, z);
  }

  /** A <- packet <- Z; what it was, or "" if Z has nothing to send. */
  public String zSends() {
    return deliver(z, a);
  }

  /** A -> packet /lost/ Z. */
  public String aLoses() {
    return lose(a);
  }

  /** A /lost/ <- packet <- Z. */
  public String zLoses() {
    return lose(z);
  }

  /** Time passes, and timers that are due by then expire once. */
  public void passes(long millis) {
    now += Deadline.millis(millis);
    a.timeout(now);
    z.timeout(now);
  }

  /** Both send until neither has more. */
  public void settle() {
    while (!(aSends().isEmpty() && zSends().isEmpty())) {
      // Go on.
    }
  }

  private String deliver(Side from, Side to) {
    byte[] packet = from.poll(now);
    if (packet == null) {
      return "";
    }
    to.receive(packet, now);
    return Packets.describe(packet);
  }

  private String lose(Side from) {
    byte[] packet = from.poll(now);
    return packet == null ? "" : Packets.describe(packet);
  }

  /** An end with settings of its own. */
  public static Side side(DataChannelConfig config, long seed) {
    return new Side(new DataChannelTransport(config, new SplittableRandom(seed), 0));
  }
}
