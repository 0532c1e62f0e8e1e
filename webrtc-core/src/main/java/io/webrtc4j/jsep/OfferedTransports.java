package io.webrtc4j.jsep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which transport each section of a peer's offer will use once it is answered: one for each bundle,
 * one for each section outside; those that there are go on. New ones have an id, and begin with the
 * answer.
 */
final class OfferedTransports {
  private final Draft draft;
  private final Sections offer;
  private final List<String> mids = new ArrayList<>();
  private final List<@Nullable Integer> ids = new ArrayList<>();
  private final Set<Integer> used = new HashSet<>();

  private OfferedTransports(Draft draft, Sections offer) {
    this.draft = draft;
    this.offer = offer;
  }

  static Transports of(Draft draft, Sections offer) {
    return new OfferedTransports(draft, offer).make();
  }

  private Transports make() {
    for (int i = 0; i < offer.count(); i++) {
      ids.add(null);
    }
    nameSections();
    for (List<Integer> group : offer.bundles().groups()) {
      place(group.stream().filter(offer::isLive).toList());
    }
    for (int i = 0; i < offer.count(); i++) {
      // RFC 9143 §7.3.2: bundle-only outside a bundle is to be rejected.
      if (ids.get(i) == null && offer.isLive(i) && offer.get(i).port() != 0) {
        place(List.of(i));
      }
    }
    List<Transports.Place> places = new ArrayList<>();
    for (int i = 0; i < mids.size(); i++) {
      places.add(new Transports.Place(mids.get(i), ids.get(i)));
    }
    return new Transports(draft.agreedTransports().all(), places);
  }

  private void place(List<Integer> members) {
    if (members.isEmpty()) {
      return;
    }
    int id =
        members.stream()
            .map(index -> draft.transports.idAt(index, mids.get(index)))
            .flatMap(Optional::stream)
            .filter(known -> !used.contains(known))
            .findFirst()
            .filter(known -> goesOn(known, members.get(0)))
            .orElseGet(() -> draft.nextTransport++);
    used.add(id);
    members.forEach(index -> ids.set(index, id));
  }

  private boolean goesOn(int id, int first) {
    List<@Nullable String> live = new ArrayList<>();
    for (int i = 0; i < mids.size(); i++) {
      live.add(offer.isLive(i) ? mids.get(i) : null);
    }
    return new Tags(draft.agreedTransports(), live).keep(id, first);
  }

  /** RFC 9429 §5.10: sections without a tag are given one, which stays. */
  private void nameSections() {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < offer.count(); i++) {
      mids.add(offer.mid(i).orElse(""));
    }
    taken.addAll(mids);
    List<Transports.Place> known = draft.transports.places();
    for (int i = 0; i < mids.size(); i++) {
      if (mids.get(i).isEmpty()) {
        boolean stays = i < known.size() && taken.add(known.get(i).mid());
        mids.set(i, stays ? known.get(i).mid() : newMid(taken));
      }
    }
  }

  private String newMid(Set<String> taken) {
    String mid = Integer.toString(draft.nextMid++);
    while (!taken.add(mid)) {
      mid = Integer.toString(draft.nextMid++);
    }
    return mid;
  }
}
