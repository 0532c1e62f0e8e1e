package io.webrtc4j.jsep;

import io.webrtc4j.ice.IceCredentials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which section of an offer uses which transport (RFC 9429 §5.2; RFC 9143 §7.2, §7.5). What was
 * agreed on goes on; other sections join the first bundle, or make one by the bundle policy.
 *
 * @param references each section's transport: its id, or a negative number for a new one; null for
 *     a rejected section
 * @param credentials ours for each of the references
 * @param bundleOnly the sections that have no transport to fall back on
 * @param groups the bundles
 */
record OfferTransports(
    List<@Nullable Integer> references,
    Map<Integer, IceCredentials> credentials,
    Set<Integer> bundleOnly,
    List<List<Integer>> groups) {

  static OfferTransports of(
      Draft draft, List<PlannedSection> plan, boolean restart, RandomGenerator random) {
    return new Maker(draft, plan, restart, random).make();
  }

  /** Goes through the sections. */
  private static final class Maker {
    private final Draft draft;
    private final Transports agreed;
    private final List<PlannedSection> plan;
    private final boolean restart;
    private final List<@Nullable Integer> references = new ArrayList<>();
    private final Map<Integer, IceCredentials> credentials = new HashMap<>();
    private final Set<Integer> bundleOnly = new HashSet<>();
    private final Map<Integer, List<Integer>> agreedBundles = new LinkedHashMap<>();
    private final List<Integer> open = new ArrayList<>();
    private final IceCredentials fresh;
    private int newTransports;

    Maker(Draft draft, List<PlannedSection> plan, boolean restart, RandomGenerator random) {
      this.draft = draft;
      this.agreed = draft.agreedTransports();
      this.plan = plan;
      this.restart = restart;
      this.fresh = IceCredentials.generate(random);
    }

    OfferTransports make() {
      for (int i = 0; i < plan.size(); i++) {
        references.add(plan.get(i).isLive() ? goingOn(i) : null);
      }
      List<List<Integer>> groups = new ArrayList<>();
      Optional<Integer> first = agreedBundles.keySet().stream().findFirst();
      if (first.isPresent()) {
        open.forEach(index -> join(index, first.get()));
        agreedBundles.values().forEach(group -> groups.add(group.stream().sorted().toList()));
        replaceUntagged(groups);
      } else if (!open.isEmpty()) {
        bundleByPolicy();
        groups.add(List.copyOf(open));
      }
      return new OfferTransports(references, credentials, bundleOnly, List.copyOf(groups));
    }

    /** The transport that was agreed on for the section; otherwise the section is open. */
    private @Nullable Integer goingOn(int index) {
      Optional<Integer> id = agreed.idAt(index, plan.get(index).mid());
      Optional<Transport> transport = id.flatMap(agreed::find);
      if (transport.isEmpty()) {
        open.add(index);
        return null;
      }
      use(id.get());
      if (transport.get().bundle()) {
        agreedBundles.computeIfAbsent(id.get(), any -> new ArrayList<>()).add(index);
      }
      return id.get();
    }

    private void join(int index, int id) {
      references.set(index, id);
      agreedBundles.getOrDefault(id, new ArrayList<>()).add(index);
    }

    /** Gives bundles that another section stands for a new transport. */
    private void replaceUntagged(List<List<Integer>> groups) {
      Tags tags =
          new Tags(agreed, plan.stream().map(each -> each.isLive() ? each.mid() : null).toList());
      for (List<Integer> group : groups) {
        int old = Objects.requireNonNull(references.get(group.get(0)));
        if (!tags.keep(old, group.get(0))) {
          Optional<Integer> pending = pending(group.get(0));
          int reference = pending.orElseGet(() -> -1 - newTransports++);
          credentials.remove(old);
          credentials.put(reference, successor(pending.orElse(old)));
          group.forEach(index -> references.set(index, reference));
        }
      }
    }

    /** Those of the transport that it replaces, which is no restart to a browser. */
    private IceCredentials successor(int known) {
      IceCredentials local = draft.transports.find(known).orElseThrow().local();
      return restart || draft.toReplace.contains(local) ? fresh : local;
    }

    private void bundleByPolicy() {
      for (int index : open) {
        if (hasOwnTransport(index)) {
          int reference = pending(index).orElse(-1 - newTransports++);
          references.set(index, reference);
          use(reference);
        }
      }
      for (int index : open) {
        if (references.get(index) == null) {
          references.set(index, references.get(open.get(0)));
          bundleOnly.add(index);
        }
      }
    }

    private boolean hasOwnTransport(int index) {
      if (index == open.get(0)) {
        return true;
      }
      return switch (draft.config.bundlePolicy()) {
        case MAX_COMPAT -> true;
        case MAX_BUNDLE -> false;
        case BALANCED -> isFirstOfItsKind(index);
      };
    }

    private boolean isFirstOfItsKind(int index) {
      String kind = kind(plan.get(index));
      return plan.subList(0, index).stream()
          .filter(PlannedSection::isLive)
          .noneMatch(before -> kind(before).equals(kind));
    }

    private String kind(PlannedSection section) {
      return section instanceof PlannedSection.Media media
          ? draft.transceivers.byId(media.transceiver()).kind().toString()
          : DataSection.MEDIA;
    }

    /** The transport that an unanswered offer has made for the section. */
    private Optional<Integer> pending(int index) {
      return draft
          .transports
          .idAt(index, plan.get(index).mid())
          .filter(id -> draft.transports.find(id).isPresent() && agreed.find(id).isEmpty())
          .filter(id -> !credentials.containsKey(id));
    }

    private void use(int reference) {
      credentials.computeIfAbsent(reference, this::credentials);
    }

    /**
     * What is new or restarts has the same in all sections, as browsers do it: Firefox takes it for
     * a restart when bundling changes a section's.
     */
    private IceCredentials credentials(int reference) {
      Optional<Transport> known = draft.transports.find(reference);
      if (known.isEmpty()) {
        return fresh;
      }
      IceCredentials local = known.get().local();
      // W3C WebRTC §4.4.2, restartIce; RFC 9429 §5.2.3.1: it has no effect on what is new.
      boolean replaced =
          draft.toReplace.contains(local) || (restart && known.get().agreed() != null);
      return replaced ? fresh : local;
    }
  }
}
