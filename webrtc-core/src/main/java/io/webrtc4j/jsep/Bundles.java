package io.webrtc4j.jsep;

import io.webrtc4j.sdp.GroupAttribute;
import io.webrtc4j.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A description's bundles (RFC 9143).
 *
 * @param groups the indices of each bundle's sections, in the order of its tags
 */
record Bundles(List<List<Integer>> groups) {

  static Bundles of(SessionDescription session) {
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < session.media().size(); i++) {
      int index = i;
      Sections.mid(session.media().get(i)).ifPresent(mid -> indices.putIfAbsent(mid, index));
    }
    List<List<Integer>> groups = new ArrayList<>();
    for (GroupAttribute group : session.attributes(GroupAttribute.class)) {
      if (group.isBundle()) {
        LinkedHashSet<Integer> members = new LinkedHashSet<>();
        group.mids().stream().filter(indices::containsKey).map(indices::get).forEach(members::add);
        groups.add(List.copyOf(members));
      }
    }
    return new Bundles(List.copyOf(groups));
  }

  Optional<List<Integer>> groupOf(int index) {
    return groups.stream().filter(group -> group.contains(index)).findFirst();
  }
}
