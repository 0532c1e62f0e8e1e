package io.webrtc4j.jsep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The set of transceivers (RFC 9429 §3.4.1), in order of creation. */
record TransceiverList(List<Transceiver> all) {
  static final TransceiverList NONE = new TransceiverList(List.of());

  TransceiverList {
    all = List.copyOf(all);
  }

  boolean has(int id) {
    return find(id).isPresent();
  }

  Optional<Transceiver> find(int id) {
    return all.stream().filter(each -> each.id() == id).findFirst();
  }

  Transceiver byId(int id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no transceiver " + id));
  }

  /** The one whose section is at {@code index}. */
  Optional<Transceiver> at(int index) {
    return all.stream().filter(each -> each.index() == index).findFirst();
  }

  TransceiverList plus(Transceiver added) {
    List<Transceiver> copy = new ArrayList<>(all);
    copy.add(added);
    return new TransceiverList(copy);
  }

  TransceiverList without(int id) {
    return new TransceiverList(all.stream().filter(each -> each.id() != id).toList());
  }

  TransceiverList with(Transceiver changed) {
    return each(old -> old.id() == changed.id() ? changed : old);
  }

  TransceiverList each(UnaryOperator<Transceiver> change) {
    return new TransceiverList(all.stream().map(change).toList());
  }
}
