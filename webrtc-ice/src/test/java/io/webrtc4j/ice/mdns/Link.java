package io.webrtc4j.ice.mdns;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.mdns.message.DnsMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** A link in virtual time, without delay, on which all hear one another's multicast. */
final class Link {
  /** What somebody sent, and when. */
  record Sent(InetSocketAddress from, InetSocketAddress to, DnsMessage message, int size, long at) {
    boolean isMulticast() {
      return to.equals(MulticastDns.GROUP_IPV4);
    }

    @Override
    public String toString() {
      return at / 1_000_000 + " ms " + from + " -> " + to + " " + message;
    }
  }

  final List<Sent> log = new ArrayList<>();
  final SplittableRandom random;
  Predicate<Sent> survives = any -> true;
  long now;

  private final Map<InetAddress, MulticastDns> hosts = new LinkedHashMap<>();

  Link(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A host with this address, that of 192.0.2.0/24. */
  MulticastDns host(int number) {
    return host(number, true);
  }

  MulticastDns host(int number, boolean groupOnly) {
    MulticastDns engine =
        new MulticastDns(
            MulticastDns.GROUP_IPV4,
            address -> address.getHostAddress().startsWith("192.0.2."),
            groupOnly,
            random.split(),
            now);
    hosts.put(address(number), engine);
    return engine;
  }

  static InetAddress address(int number) {
    return address("192.0.2." + number);
  }

  static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  static InetSocketAddress at(int number, int port) {
    return new InetSocketAddress(address(number), port);
  }

  /** Gives {@code message} to {@code to} as it came from {@code from}. */
  void inject(MulticastDns to, DnsMessage message, InetSocketAddress from) {
    PacketBuffer packet = PacketBuffer.allocate(1 << 16, 0);
    message.write(packet);
    to.handlePacket(packet, from, now);
    settle();
  }

  /** Runs for {@code millis}. */
  Link run(long millis) {
    long end = now + Deadline.millis(millis);
    settle();
    long next = nextDeadline();
    while (next <= end) {
      now = Math.max(now, next);
      for (MulticastDns host : hosts.values()) {
        if (Deadline.isDue(host.nextDeadline(), now)) {
          host.handleTimeout(now);
        }
      }
      settle();
      next = nextDeadline();
    }
    now = end;
    return this;
  }

  List<Sent> queries() {
    return log.stream().filter(sent -> !sent.message.isResponse()).toList();
  }

  List<Sent> responses() {
    return log.stream().filter(sent -> sent.message.isResponse()).toList();
  }

  private long nextDeadline() {
    return hosts.values().stream().mapToLong(MulticastDns::nextDeadline).min().orElseThrow();
  }

  private void settle() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Map.Entry<InetAddress, MulticastDns> host : hosts.entrySet()) {
        PacketBuffer out = PacketBuffer.allocate(MulticastDns.MAX_MESSAGE_LENGTH, 0);
        InetSocketAddress to = host.getValue().pollPacket(out);
        if (to != null) {
          moved = true;
          deliver(new InetSocketAddress(host.getKey(), MulticastDns.PORT), to, out);
        }
      }
    }
  }

  private void deliver(InetSocketAddress from, InetSocketAddress to, PacketBuffer packet) {
    Sent sent = new Sent(from, to, parse(packet), packet.length(), now);
    log.add(sent);
    if (!survives.test(sent)) {
      return;
    }
    for (Map.Entry<InetAddress, MulticastDns> host : hosts.entrySet()) {
      if (sent.isMulticast() || host.getKey().equals(to.getAddress())) {
        host.getValue().handlePacket(PacketBuffer.wrap(packet.toByteArray()), from, now);
      }
    }
  }

  private static DnsMessage parse(PacketBuffer packet) {
    try {
      return DnsMessage.parse(packet);
    } catch (DecodeException e) {
      throw new AssertionError("what we sent is malformed", e);
    }
  }
}
