package io.webrtc4j.ice.mdns;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.mdns.message.AddressRecord;
import io.webrtc4j.ice.mdns.message.DnsMessage;
import io.webrtc4j.ice.mdns.message.DnsName;
import io.webrtc4j.ice.mdns.message.DnsQuestion;
import io.webrtc4j.ice.mdns.message.DnsRecord;
import io.webrtc4j.ice.mdns.message.DnsType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers for our names (RFC 6762 §6), announces them (§8.3) and says good-bye (§10.1). Names are
 * random, and therefore ours without probing (draft §3.1.1).
 */
final class Responder {
  /** An address and a denial each fit into 1200 bytes, compressed. */
  static final int MAX_NAMES_PER_MESSAGE = 10;

  /** Unicast answers that wait to be sent. */
  static final int MAX_REPLIES = 32;

  /** Unicast answers in a second: more only serve who wants to fill somebody's line. */
  static final int MAX_REPLIES_PER_SECOND = 64;

  /** RFC 6762 §6.7: legacy resolvers would not hear that a record has gone. */
  private static final long LEGACY_TTL_SECONDS = 10;

  private static final long SECOND = Deadline.seconds(1);

  private final Counting counting;
  private final Map<DnsName, PublishedName> names = new LinkedHashMap<>();
  private final Queue<DnsRecord> goodbyes = new ArrayDeque<>();
  private final Queue<Reply> replies = new ArrayDeque<>();
  private long secondBegan;
  private int repliesThisSecond;

  /** An answer to one host. */
  record Reply(InetSocketAddress to, DnsMessage message) {}

  Responder(Counting counting) {
    this.counting = counting;
  }

  void publish(MdnsName name, InetAddress address, long now) {
    names.putIfAbsent(name.dns(), new PublishedName(name, address, now));
  }

  void withdraw(MdnsName name) {
    PublishedName withdrawn = names.remove(name.dns());
    if (withdrawn != null && withdrawn.wasTold()) {
      goodbyes.add(withdrawn.record(true, 0));
    }
  }

  /** What one of our names stands for, or null. */
  @Nullable InetAddress address(MdnsName name) {
    PublishedName published = names.get(name.dns());
    return published == null ? null : published.address();
  }

  boolean isIdle() {
    return names.isEmpty() && goodbyes.isEmpty() && replies.isEmpty();
  }

  long deadline() {
    return names.values().stream()
        .mapToLong(PublishedName::multicastAt)
        .min()
        .orElse(Deadline.NEVER);
  }

  /**
   * Takes a query.
   *
   * @param onLink whether a unicast answer would reach {@code from} and be believed there
   */
  void handleQuery(DnsMessage query, InetSocketAddress from, boolean onLink, long now) {
    Set<PublishedName> asked = new LinkedHashSet<>();
    boolean wantsUnicast = true;
    for (DnsQuestion question : query.questions()) {
      PublishedName name = names.get(question.name());
      if (name != null && asksForAddress(question) && !isKnown(name, query)) {
        asked.add(name);
        wantsUnicast &= question.unicastResponse();
      }
    }
    if (asked.isEmpty()) {
      return;
    }
    if (from.getPort() != MulticastDns.PORT) {
      answerLegacy(query, from, onLink, asked, now);
    } else if (wantsUnicast
        && onLink
        && asked.stream().allMatch(n -> n.wasMulticastRecently(now))) {
      reply(from, records(asked, true, PublishedName.TTL_SECONDS), asked, now);
    } else {
      // RFC 6762 §11: an asker that seems to be elsewhere believes but a multicast answer.
      asked.forEach(name -> name.multicast(now));
    }
  }

  /** Defends our names against a response that tells other addresses (RFC 6762 §9). */
  void handleResponse(DnsMessage response, long now) {
    Stream.concat(response.answers().stream(), response.additionals().stream())
        .forEach(
            each -> {
              PublishedName name = names.get(each.name());
              if (name != null
                  && each instanceof AddressRecord record
                  && record.ttlSeconds() > 0
                  && !record.address().equals(name.address())) {
                counting.conflicts++;
                name.defend(now);
              }
            });
  }

  /** The next answer to one host, or null. */
  @Nullable Reply pollReply() {
    return replies.poll();
  }

  /** What is due to be told to all, or null. */
  @Nullable DnsMessage poll(long now) {
    if (!goodbyes.isEmpty()) {
      List<DnsRecord> last = new ArrayList<>();
      while (!goodbyes.isEmpty() && last.size() < 2 * MAX_NAMES_PER_MESSAGE) {
        last.add(goodbyes.remove());
      }
      counting.responsesSent++;
      return DnsMessage.response(last, List.of());
    }
    List<PublishedName> due =
        names.values().stream()
            .filter(name -> Deadline.isDue(name.multicastAt(), now))
            .limit(MAX_NAMES_PER_MESSAGE)
            .toList();
    if (due.isEmpty()) {
      return null;
    }
    due.forEach(name -> name.wasMulticast(now));
    counting.responsesSent++;
    return records(due, true, PublishedName.TTL_SECONDS);
  }

  private void answerLegacy(
      DnsMessage query,
      InetSocketAddress from,
      boolean onLink,
      Set<PublishedName> asked,
      long now) {
    if (!onLink) {
      counting.offLink++;
      return;
    }
    DnsMessage records = records(asked, false, LEGACY_TTL_SECONDS);
    List<DnsQuestion> questions =
        query.questions().stream()
            .filter(each -> records.answers().stream().anyMatch(r -> r.name().equals(each.name())))
            .limit(2L * MAX_NAMES_PER_MESSAGE)
            .toList();
    DnsMessage answer =
        new DnsMessage(
            query.id(),
            DnsMessage.RESPONSE,
            questions,
            records.answers(),
            List.of(),
            records.additionals());
    reply(from, answer, asked, now);
  }

  private void reply(InetSocketAddress to, DnsMessage message, Set<PublishedName> asked, long now) {
    if (now - secondBegan >= SECOND) {
      secondBegan = now;
      repliesThisSecond = 0;
    }
    if (replies.size() >= MAX_REPLIES || repliesThisSecond >= MAX_REPLIES_PER_SECOND) {
      counting.beyondLimits++;
      return;
    }
    repliesThisSecond++;
    counting.responsesSent++;
    asked.forEach(PublishedName::told);
    replies.add(new Reply(to, message));
  }

  private static DnsMessage records(
      Iterable<PublishedName> all, boolean cacheFlush, long ttlSeconds) {
    List<DnsRecord> addresses = new ArrayList<>();
    List<DnsRecord> denials = new ArrayList<>();
    for (PublishedName each : all) {
      if (addresses.size() == MAX_NAMES_PER_MESSAGE) {
        break;
      }
      addresses.add(each.record(cacheFlush, ttlSeconds));
      denials.add(each.denial(cacheFlush, ttlSeconds));
    }
    return DnsMessage.response(addresses, denials);
  }

  private static boolean asksForAddress(DnsQuestion question) {
    return question.asksFor(DnsType.A) || question.asksFor(DnsType.AAAA);
  }

  /** Known-answer suppression (RFC 6762 §7.1). */
  private static boolean isKnown(PublishedName name, DnsMessage query) {
    return query.answers().stream()
        .anyMatch(
            each ->
                each instanceof AddressRecord known
                    && known.name().equals(name.name().dns())
                    && known.address().equals(name.address())
                    && known.ttlSeconds() >= PublishedName.TTL_SECONDS / 2);
  }
}
