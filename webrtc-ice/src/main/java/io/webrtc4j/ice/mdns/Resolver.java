package io.webrtc4j.ice.mdns;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.mdns.message.AddressRecord;
import io.webrtc4j.ice.mdns.message.DenialRecord;
import io.webrtc4j.ice.mdns.message.DnsMessage;
import io.webrtc4j.ice.mdns.message.DnsName;
import io.webrtc4j.ice.mdns.message.DnsRecord;
import io.webrtc4j.ice.mdns.message.DnsType;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks what names stand for (RFC 6762 §5). Nothing is learnt that was not asked for. Questions go
 * out for multicast answers alone: a unicast one reaches but one of a machine's responders, and
 * hardly the one that asked (§15.1).
 */
final class Resolver {
  /** Names that are asked for at one time. */
  static final int MAX_NAMES = 256;

  // RFC 6762 §5.2: so that hosts that begin at one time don't ask at one time.
  private static final long LEAST_FIRST_DELAY = Deadline.millis(20);
  private static final long GREATEST_FIRST_DELAY = Deadline.millis(120);

  private final RandomGenerator random;
  private final Counting counting;
  private final AnswerCache cache = new AnswerCache();
  private final Map<MdnsName, Query> queries = new LinkedHashMap<>();
  private final Queue<MdnsEvent> events = new ArrayDeque<>();

  Resolver(RandomGenerator random, Counting counting) {
    this.random = random;
    this.counting = counting;
  }

  /**
   * Asks for {@code name}.
   *
   * @param own what it stands for if it is a name of ours, or null
   */
  void resolve(MdnsName name, @Nullable InetAddress own, long now) {
    InetAddress known = own == null ? cache.address(name, now) : own;
    if (known != null) {
      events.add(new MdnsEvent.Resolved(name, known));
    } else if (queries.size() >= MAX_NAMES && !queries.containsKey(name)) {
      counting.beyondLimits++;
      events.add(
          new MdnsEvent.NotResolved(name, MAX_NAMES + " other names are being asked for already"));
    } else {
      queries.putIfAbsent(name, new Query(name, firstTime(now)));
    }
  }

  /** Forgets a question. */
  void cancel(MdnsName name) {
    queries.remove(name);
  }

  boolean isIdle() {
    return queries.isEmpty() && events.isEmpty();
  }

  @Nullable MdnsEvent pollEvent() {
    return events.poll();
  }

  long deadline() {
    return queries.values().stream().mapToLong(Query::nextAt).min().orElse(Deadline.NEVER);
  }

  void handleTimeout(long now) {
    Iterator<Map.Entry<MdnsName, Query>> all = queries.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<MdnsName, Query> each = all.next();
      if (each.getValue().isToBeGivenUp(now)) {
        all.remove();
        String reason = "no answer, asked " + Query.MAX_ROUNDS + " times by multicast";
        events.add(new MdnsEvent.NotResolved(each.getKey(), reason));
      }
    }
  }

  /**
   * The next question that is due, or null. Each has a message to itself: Chromium 156 ignores
   * queries with several, which RFC 6762 §5.3 allows.
   */
  @Nullable DnsMessage poll(long now) {
    for (Query query : queries.values()) {
      if (query.isToBeAsked(now)) {
        counting.queriesSent++;
        return DnsMessage.query(List.of(query.ask(now)));
      }
    }
    return null;
  }

  /** Takes what a response says of names that are asked for, or were. */
  void handleResponse(DnsMessage response, long now) {
    Map<MdnsName, Set<InetAddress>> told = new HashMap<>();
    Stream.concat(response.answers().stream(), response.additionals().stream())
        .forEach(each -> note(each, told, now));
    boolean used = false;
    for (Map.Entry<MdnsName, Set<InetAddress>> each : told.entrySet()) {
      used |= take(each.getKey(), each.getValue());
    }
    if (used) {
      counting.responsesUsed++;
    }
  }

  private void note(DnsRecord each, Map<MdnsName, Set<InetAddress>> told, long now) {
    MdnsName name = wanted(each.name());
    if (name == null) {
      return;
    }
    if (each instanceof AddressRecord record) {
      InetAddress address = record.address();
      if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
        return; // No host has it.
      }
      cache.put(name, record, now);
      if (record.ttlSeconds() > 0) {
        told.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(address);
      }
    } else if (each instanceof DenialRecord denial && !hasAddress(denial)) {
      told.computeIfAbsent(name, any -> new LinkedHashSet<>());
    }
  }

  private boolean take(MdnsName name, Set<InetAddress> addresses) {
    if (queries.remove(name) == null) {
      return false;
    }
    if (addresses.size() == 1) {
      events.add(new MdnsEvent.Resolved(name, addresses.iterator().next()));
    } else {
      // Draft §3.2.2: a name that hides more than one address is none of a candidate's.
      cache.remove(name);
      String reason = "it stands for " + addresses.size() + " addresses instead of one";
      events.add(new MdnsEvent.NotResolved(name, reason));
    }
    return true;
  }

  private @Nullable MdnsName wanted(DnsName name) {
    MdnsName candidate = MdnsName.of(name).orElse(null);
    boolean known =
        candidate != null && (queries.containsKey(candidate) || cache.contains(candidate));
    return known ? candidate : null;
  }

  private static boolean hasAddress(DenialRecord denial) {
    return denial.types().contains(DnsType.A) || denial.types().contains(DnsType.AAAA);
  }

  private long firstTime(long now) {
    return Deadline.after(now, random.nextLong(LEAST_FIRST_DELAY, GREATEST_FIRST_DELAY));
  }
}
