package io.webrtc4j.jsep;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;
import io.webrtc4j.session.DataPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an offer and its answer make of the transports (RFC 9429 §5.11): one for each bundle of the
 * answer and for each section outside one, with what the peer says of its end.
 */
final class AgreedTransports {
  private final Draft draft;
  private final Round round;
  private final Map<Integer, IceCredentials> locals;
  private final List<@Nullable Integer> places = new ArrayList<>();
  private final Map<Integer, Transport> made = new LinkedHashMap<>();

  private AgreedTransports(Draft draft, Round round, Map<Integer, IceCredentials> locals) {
    this.draft = draft;
    this.round = round;
    this.locals = locals;
  }

  /**
   * The transports after the answer.
   *
   * @param locals our credentials for those that the answer makes or restarts
   * @param provisional whether another answer may follow, so that nothing is given up yet
   */
  static Transports of(
      Draft draft, Round round, Map<Integer, IceCredentials> locals, boolean provisional)
      throws NegotiationException {
    AgreedTransports agreed = new AgreedTransports(draft, round, locals);
    Transports transports = agreed.make();
    return provisional ? agreed.withTheOthers(transports) : transports;
  }

  /** With those that the answer leaves out; the association has moved if the answer places it. */
  private Transports withTheOthers(Transports transports) {
    boolean placed = transports.all().stream().anyMatch(Transport::carriesData);
    draft
        .transports
        .all()
        .forEach(each -> made.putIfAbsent(each.id(), placed ? each.withoutData() : each));
    return new Transports(inOrder(), transports.places());
  }

  private Transports make() throws NegotiationException {
    for (int i = 0; i < round.count(); i++) {
      places.add(null);
    }
    for (List<Integer> group : round.answer().bundles().groups()) {
      List<Integer> members = group.stream().filter(round::isAccepted).toList();
      if (!members.isEmpty()) {
        add(members, true);
      }
    }
    for (int i = 0; i < round.count(); i++) {
      if (round.isAccepted(i) && places.get(i) == null) {
        add(List.of(i), false);
      }
    }
    List<Transports.Place> named = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      named.add(new Transports.Place(draft.offered.places().get(i).mid(), places.get(i)));
    }
    return new Transports(inOrder(), named);
  }

  /** In the order in which they were made. */
  private List<Transport> inOrder() {
    return made.values().stream()
        .sorted((one, other) -> Integer.compare(one.id(), other.id()))
        .toList();
  }

  private void add(List<Integer> members, boolean bundle) throws NegotiationException {
    int tagged = members.get(0);
    Integer id = draft.offered.places().get(tagged).transport();
    if (id == null || made.containsKey(id)) {
      throw new NegotiationException(
          Kind.INVALID_ACCESS,
          "the answer takes media section "
              + tagged
              + " out of its bundle, which has its only transport: it must be bundled or rejected");
    }
    for (int member : members) {
      places.set(member, id);
    }
    made.put(id, transport(id, tagged, members, bundle));
  }

  private Transport transport(int id, int tagged, List<Integer> members, boolean bundle)
      throws NegotiationException {
    RemoteEnd remote = RemoteEnd.read(new TransportLines(round.remote(), tagged));
    Optional<Transport> known = draft.transports.find(id);
    IceCredentials local =
        Optional.ofNullable(locals.get(id))
            .or(() -> known.map(Transport::local))
            .orElseThrow(() -> new IllegalStateException("no credentials for transport " + id));
    Transport.Agreed before = known.map(Transport::agreed).orElse(null);
    if (before != null) {
      SameTransport.check(remote, before);
      checkRestart(id, remote);
    }
    boolean controlling =
        known
            .map(Transport::controlling)
            .or(() -> draft.agreedTransports().controlling())
            .orElse(round.offeredHere() || remote.iceLite());
    Transport.Agreed agreed =
        new Transport.Agreed(
            before != null ? remote.keepingTlsId(before.remote()) : remote,
            before != null ? before.dtlsRole() : role(tagged, remote),
            tagged,
            data(members, before));
    return new Transport(id, local, controlling, bundle, agreed);
  }

  /** RFC 9429 §5.10: an answer restarts ICE if and only if the offer did. */
  private void checkRestart(int id, RemoteEnd remote) throws NegotiationException {
    Optional<Transport> agreed = draft.agreedTransports().find(id);
    Transport.Agreed last = agreed.map(Transport::agreed).orElse(null);
    if (!round.offeredHere() || last == null) {
      return;
    }
    boolean asked = !agreed.get().local().equals(draft.transports.find(id).orElseThrow().local());
    boolean done = !remote.credentials().equals(last.remote().credentials());
    if (asked != done) {
      throw new NegotiationException(
          Kind.INVALID_ACCESS,
          asked
              ? "the offer restarts ICE, and the answer has the old a=ice-ufrag and a=ice-pwd"
              : "the answer has another a=ice-ufrag or a=ice-pwd, and the offer does not restart"
                  + " ICE");
    }
  }

  private DtlsRole role(int tagged, RemoteEnd remote) {
    // A browser, too, takes an answer that does not say for one of the active side.
    Setup answered =
        round.offeredHere()
            ? remote.setup().orElse(Setup.ACTIVE)
            : round
                .local()
                .get(tagged)
                .attribute(SetupAttribute.class)
                .map(SetupAttribute::setup)
                .orElse(Setup.ACTIVE);
    // RFC 8842 §5.3: the active side is the client.
    boolean client = (answered == Setup.ACTIVE) != round.offeredHere();
    return client ? DtlsRole.CLIENT : DtlsRole.SERVER;
  }

  private @Nullable DataPlan data(List<Integer> members, Transport.@Nullable Agreed before)
      throws NegotiationException {
    Optional<Integer> index = members.stream().filter(round::isData).findFirst();
    if (index.isEmpty()) {
      return null;
    }
    int port = DataSection.port(round.remote().get(index.get()));
    if (before != null) {
      SameTransport.checkPort(port, before);
    }
    return new DataPlan(
        DataSection.PORT, port, DataSection.maxMessageSize(round.remote().get(index.get())));
  }
}
