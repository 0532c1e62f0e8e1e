package io.webrtc4j.jsep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The transports, and which section uses which.
 *
 * @param all those that run, or are to
 * @param places the sections in their order
 */
record Transports(List<Transport> all, List<Place> places) {
  static final Transports NONE = new Transports(List.of(), List.of());

  /**
   * One section's place.
   *
   * @param mid its tag, or ours for it
   * @param transport the id; null if it has none, as it is rejected. A peer's unanswered offer may
   *     have the ids of transports that do not run yet
   */
  record Place(String mid, @Nullable Integer transport) {}

  Transports {
    all = List.copyOf(all);
    places = List.copyOf(places);
  }

  Optional<Transport> find(int id) {
    return all.stream().filter(each -> each.id() == id).findFirst();
  }

  /** Our ICE role, which is the same for all (RFC 8445 §6.1.1); none before there are any. */
  Optional<Boolean> controlling() {
    return all.stream().findFirst().map(Transport::controlling);
  }

  /** The id of the transport of the section at {@code index}, if its tag is still {@code mid}. */
  Optional<Integer> idAt(int index, String mid) {
    return idAt(index).filter(id -> places.get(index).mid().equals(mid));
  }

  Optional<Integer> idAt(int index) {
    return index < places.size()
        ? Optional.ofNullable(places.get(index).transport())
        : Optional.empty();
  }

  Optional<Integer> idOf(String mid) {
    return places.stream()
        .filter(place -> place.mid().equals(mid))
        .findFirst()
        .map(Place::transport);
  }

  /** The sections of a transport, the one that stands for it first. */
  List<SectionRef> sections(int id) {
    int tagged =
        find(id).map(Transport::agreed).map(Transport.Agreed::tagged).orElse(Integer.MAX_VALUE);
    List<SectionRef> sections = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Integer transport = places.get(i).transport();
      if (transport != null && transport == id) {
        sections.add(i == tagged ? 0 : sections.size(), new SectionRef(places.get(i).mid(), i));
      }
    }
    return sections;
  }

  Transports each(UnaryOperator<Transport> change) {
    return new Transports(all.stream().map(change).toList(), places);
  }
}
