package io.webrtc4j.ice.mdns;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.mdns.message.DnsMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Multicast DNS (RFC 6762) on one link, by IPv4 or IPv6: resolves the names of peers' candidates
 * and answers for those of ours. A machine has one for each link and family, which all its
 * connections share.
 *
 * <p>Driven as all engines: {@link #handlePacket} and {@link #handleTimeout}, and after these and
 * the commands {@link #pollPacket} and {@link #pollEvent} until there is nothing. Times are
 * nanoseconds since some fixed moment and never go back. Not thread-safe: one thread at a time.
 */
public final class MulticastDns {
  /** The port of all responders (RFC 6762 §5.2). */
  public static final int PORT = 5353;

  /** Where IPv4 messages go (RFC 6762 §3). */
  public static final InetSocketAddress GROUP_IPV4 = group(224, 0, 0, 251);

  /** Where IPv6 messages go (RFC 6762 §3). */
  public static final InetSocketAddress GROUP_IPV6 =
      group(0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xfb);

  /** The length in bytes that no message of ours exceeds. */
  public static final int MAX_MESSAGE_LENGTH = 1440;

  private final InetSocketAddress group;
  private final Predicate<InetAddress> onLink;
  private final boolean groupOnly;
  private final Counting counting = new Counting();
  private final Resolver resolver;
  private final Responder responder = new Responder(counting);
  private long lastNow;

  /**
   * An engine that says nothing until it is asked to.
   *
   * @param group {@link #GROUP_IPV4} or {@link #GROUP_IPV6}
   * @param onLink whether an address is of one of the link's networks (RFC 6762 §11)
   * @param groupOnly whether nothing but what was sent to the group reaches {@link #handlePacket}:
   *     that is from the link whatever its source says
   * @param random for delays
   */
  public MulticastDns(
      InetSocketAddress group,
      Predicate<InetAddress> onLink,
      boolean groupOnly,
      RandomGenerator random,
      long now) {
    this.group = group;
    this.onLink = onLink;
    this.groupOnly = groupOnly;
    this.resolver = new Resolver(random, counting);
    this.lastNow = now;
  }

  /**
   * Asks what {@code name} stands for; one event tells. Asking again before it does changes
   * nothing.
   */
  public void resolve(MdnsName name, long now) {
    advance(now);
    resolver.resolve(name, responder.address(name), lastNow);
  }

  /** Nobody wants to know any more what {@code name} stands for. */
  public void cancel(MdnsName name) {
    resolver.cancel(name);
  }

  /** Answers from now on that {@code name} stands for {@code address}, which the link must have. */
  public void publish(MdnsName name, InetAddress address, long now) {
    advance(now);
    responder.publish(name, address, lastNow);
  }

  /** Answers no longer for {@code name}, and says good-bye. */
  public void withdraw(MdnsName name, long now) {
    advance(now);
    responder.withdraw(name);
  }

  /**
   * Takes a datagram that came from {@code from}. Whatever is wrong with it is counted, and the
   * datagram dropped.
   */
  public void handlePacket(PacketBuffer packet, InetSocketAddress from, long now) {
    advance(now);
    boolean near = onLink.test(from.getAddress());
    if (!near && !groupOnly) {
      counting.offLink++;
      return;
    }
    try {
      handle(DnsMessage.parse(packet), from, near);
    } catch (DecodeException noise) {
      counting.malformed++;
    }
  }

  /** Tells that {@link #nextDeadline} has come. */
  public void handleTimeout(long now) {
    advance(now);
    resolver.handleTimeout(lastNow);
  }

  /**
   * Appends the next datagram to {@code out}, which needs room for {@link #MAX_MESSAGE_LENGTH}, and
   * returns where it goes, or returns null.
   */
  public @Nullable InetSocketAddress pollPacket(PacketBuffer out) {
    Responder.Reply reply = responder.pollReply();
    if (reply != null) {
      reply.message().write(out);
      return reply.to();
    }
    DnsMessage message = responder.poll(lastNow);
    if (message == null) {
      message = resolver.poll(lastNow);
    }
    if (message == null) {
      return null;
    }
    message.write(out);
    return group;
  }

  /** The next event, or null. */
  public @Nullable MdnsEvent pollEvent() {
    return resolver.pollEvent();
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return Math.min(resolver.deadline(), responder.deadline());
  }

  /** Whether it publishes nothing, asks nothing and has nothing left to say. */
  public boolean isIdle() {
    return resolver.isIdle() && responder.isIdle();
  }

  /** What was counted so far. */
  public MulticastDnsCounters counters() {
    return counting.snapshot();
  }

  private void handle(DnsMessage message, InetSocketAddress from, boolean near) {
    if (!message.isOrdinary()) {
      counting.unsupported++;
    } else if (!message.isResponse()) {
      responder.handleQuery(message, from, near, lastNow);
    } else if (from.getPort() != PORT) {
      counting.notMulticastDns++;
    } else {
      responder.handleResponse(message, lastNow);
      resolver.handleResponse(message, lastNow);
    }
  }

  private void advance(long now) {
    lastNow = Math.max(lastNow, now);
  }

  private static InetSocketAddress group(int... octets) {
    byte[] address = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      address[i] = (byte) octets[i];
    }
    try {
      return new InetSocketAddress(InetAddress.getByAddress(address), PORT);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
