package io.webrtc4j.interop.media;

import io.webrtc4j.interop.browser.BrowserPeer.Description;
import io.webrtc4j.interop.media.PeerView.TrackEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code track} events that a peer is to fire for the descriptions that it applied: one
 * whenever the other side begins to send in a section (W3C WebRTC §4.4.1.5, "process remote
 * tracks").
 */
final class ExpectedTracks {
  private final List<TrackEvent> events = new ArrayList<>();
  private Map<String, Boolean> receiving = new HashMap<>();
  private Map<String, Boolean> receivingBefore = Map.of();

  /** The peer applies a description of the other side. */
  void remote(Description description) {
    receivingBefore = new HashMap<>(receiving);
    for (Section section : Section.of(description)) {
      if (section.isMedia()) {
        boolean wasReceiving = Boolean.TRUE.equals(receiving.put(section.mid(), section.sends()));
        if (section.sends() && !wasReceiving) {
          events.add(new TrackEvent(section.mid(), section.kind(), section.streams()));
        }
      }
    }
  }

  /** The peer answers. */
  void localAnswer(Description answer) {
    Section.of(answer).stream()
        .filter(Section::isMedia)
        .forEach(section -> receiving.put(section.mid(), section.receives()));
  }

  /** The other side's offer, applied last, is rolled back. */
  void rollBackRemote() {
    receiving = new HashMap<>(receivingBefore);
  }

  List<TrackEvent> events() {
    return List.copyOf(events);
  }
}
