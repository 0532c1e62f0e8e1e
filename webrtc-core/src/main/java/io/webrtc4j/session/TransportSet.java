package io.webrtc4j.session;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.IcePath;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.transport.PeerTransport;
import io.webrtc4j.session.transport.TransportCounters;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The transports of a session: those that the plans list, and those on their way out, which have
 * still to tell the peer. Each has addresses of its own, which tell whose a datagram is.
 */
final class TransportSet {
  private static final String DROPPED = "the descriptions dropped this transport";

  private final SessionConfig config;
  private final AddressNames names;
  private final Queue<SessionEvent> events;
  private final RandomGenerator random;
  private final List<PlannedTransport> planned = new ArrayList<>();
  private final List<PlannedTransport> leaving = new ArrayList<>();
  private TransportCounters past = TransportCounters.NONE;
  private long strayDatagrams;
  private long staleCandidates;
  private int turn;

  TransportSet(
      SessionConfig config,
      AddressNames names,
      Queue<SessionEvent> events,
      RandomGenerator random) {
    this.config = config;
    this.names = names;
    this.events = events;
    this.random = random;
  }

  void requirePossible(List<TransportPlan> plans) {
    Set<Integer> ids = new HashSet<>();
    boolean data = false;
    for (TransportPlan plan : plans) {
      if (!ids.add(plan.id())) {
        throw new IllegalArgumentException("two plans for transport " + plan.id());
      }
      boolean carries = plan.remote() != null && plan.remote().data() != null;
      if (carries && data) {
        throw new IllegalArgumentException("two transports are to carry data channels");
      }
      data |= carries;
      find(plan.id()).ifPresent(known -> known.requirePossible(plan));
    }
  }

  void apply(List<TransportPlan> plans, long now) {
    Set<Integer> ids = new HashSet<>();
    plans.forEach(plan -> ids.add(plan.id()));
    for (PlannedTransport each : List.copyOf(planned)) {
      if (!ids.contains(each.id())) {
        leave(each, DROPPED, now);
      }
    }
    for (TransportPlan plan : plans) {
      find(plan.id()).orElseGet(() -> make(plan, now)).apply(plan, now);
    }
  }

  Optional<PlannedTransport> find(int id) {
    return planned.stream().filter(each -> each.id() == id).findFirst();
  }

  void forEach(Consumer<PlannedTransport> action) {
    planned.forEach(action);
  }

  List<PeerTransport> all() {
    return planned.stream().map(PlannedTransport::transport).toList();
  }

  void addRemoteCandidate(
      int id, @Nullable CandidateAttribute candidate, @Nullable String ufrag, long now) {
    Optional<PlannedTransport> found = find(id);
    if (found.isEmpty() || !found.get().addRemoteCandidate(candidate, ufrag, now)) {
      staleCandidates++;
    }
  }

  boolean addLocalAddress(
      int id, InetSocketAddress base, @Nullable MdnsName name, int localPreference, long now) {
    Optional<PlannedTransport> found = find(id);
    if (found.isEmpty()) {
      return false;
    }
    return found.get().addAddress(base, name, localPreference, now);
  }

  void handlePacket(PacketBuffer packet, IcePath path, long now) {
    PlannedTransport receiver = at(path.local());
    if (receiver == null) {
      strayDatagrams++;
    } else {
      receiver.transport().handlePacket(packet, path, now);
    }
  }

  void handleTimeout(long now) {
    planned.forEach(each -> each.transport().handleTimeout(now));
    leaving.forEach(each -> each.transport().handleTimeout(now));
  }

  long nextDeadline() {
    long earliest = Deadline.NEVER;
    for (PlannedTransport each : planned) {
      earliest = Math.min(earliest, each.transport().nextDeadline());
    }
    for (PlannedTransport each : leaving) {
      earliest = Math.min(earliest, each.transport().nextDeadline());
    }
    return earliest;
  }

  /** A datagram of any transport; each has its turn. */
  @Nullable IcePath pollPacket(PacketBuffer out, Predicate<InetSocketAddress> ready) {
    for (PlannedTransport each : List.copyOf(leaving)) {
      IcePath path = poll(each.transport(), out, ready);
      forgetIfClosed(each);
      if (path != null) {
        return path;
      }
    }
    for (int i = 0; i < planned.size(); i++) {
      turn = (turn + 1) % planned.size();
      IcePath path = poll(planned.get(turn).transport(), out, ready);
      if (path != null) {
        return path;
      }
    }
    return null;
  }

  void close(String reason, long now) {
    for (PlannedTransport each : List.copyOf(planned)) {
      leave(each, reason, now);
    }
  }

  /** Whether none is there, and none on its way out. */
  boolean isEmpty() {
    return planned.isEmpty() && leaving.isEmpty();
  }

  /** What happened to the media of any transport, or null. */
  @Nullable RtpEvent pollMedia() {
    for (List<PlannedTransport> all : List.of(leaving, planned)) {
      for (PlannedTransport each : all) {
        RtpEvent event = each.pollMedia();
        if (event != null) {
          return event;
        }
      }
    }
    return null;
  }

  List<String> hiddenCandidates() {
    return planned.stream()
        .flatMap(each -> each.intake().hiddenCandidates().stream())
        .distinct()
        .toList();
  }

  SessionCounters counters() {
    TransportCounters sum = past;
    for (PlannedTransport each : planned) {
      sum = sum.plus(each.transport().counters());
    }
    for (PlannedTransport each : leaving) {
      sum = sum.plus(each.transport().counters());
    }
    return new SessionCounters(sum, strayDatagrams, staleCandidates);
  }

  /** The first transport's ICE generation. */
  String generation() {
    return planned.isEmpty()
        ? "without transports"
        : planned.get(0).transport().ice().localCredentials().ufrag();
  }

  private PlannedTransport make(TransportPlan plan, long now) {
    PlannedTransport made = new PlannedTransport(plan, config, names, events, random, now);
    planned.add(made);
    return made;
  }

  private void leave(PlannedTransport transport, String reason, long now) {
    planned.remove(transport);
    leaving.add(transport);
    transport.transport().close(reason, now);
  }

  private void forgetIfClosed(PlannedTransport transport) {
    if (transport.transport().isClosed()) {
      leaving.remove(transport);
      past = past.plus(transport.transport().counters());
      transport.releaseAllAddresses();
    }
  }

  private @Nullable PlannedTransport at(InetSocketAddress address) {
    for (PlannedTransport each : planned) {
      if (each.has(address)) {
        return each;
      }
    }
    for (PlannedTransport each : leaving) {
      if (each.has(address)) {
        return each;
      }
    }
    return null;
  }

  private static @Nullable IcePath poll(
      PeerTransport transport, PacketBuffer out, Predicate<InetSocketAddress> ready) {
    IcePath next = transport.selectedPath();
    return next == null || ready.test(next.local()) ? transport.pollPacket(out) : null;
  }
}
