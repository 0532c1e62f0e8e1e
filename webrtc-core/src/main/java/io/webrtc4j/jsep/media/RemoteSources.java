package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MsidAttribute;
import io.webrtc4j.sdp.SsrcAttribute;
import io.webrtc4j.sdp.SsrcGroupAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a peer's section says of the media that it sends, whatever else is agreed on.
 *
 * @param hasMsid whether it says to which streams its track belongs. If not, the track belongs to
 *     the connection's default stream (RFC 9429 §5.8.2)
 * @param streamIds the streams, each once, in their order; none if it belongs to none
 * @param trackId the track, if it is said
 * @param cnames the sources and their canonical names, in their order; the name is empty if none is
 *     said
 * @param groups such as a source and its retransmissions
 */
public record RemoteSources(
    boolean hasMsid,
    List<String> streamIds,
    Optional<String> trackId,
    Map<Long, String> cnames,
    List<SsrcGroupAttribute> groups) {
  /** Media by its fields; the map's order stays. */
  public RemoteSources {
    streamIds = List.copyOf(streamIds);
    cnames = Collections.unmodifiableMap(new LinkedHashMap<>(cnames));
    groups = List.copyOf(groups);
  }

  static RemoteSources of(MediaDescription remote) {
    Map<Long, String> cnames = new LinkedHashMap<>();
    List<MsidAttribute> msids = new ArrayList<>(remote.attributes(MsidAttribute.class));
    boolean hasLine = !msids.isEmpty();
    for (SsrcAttribute line : remote.attributes(SsrcAttribute.class)) {
      cnames.merge(line.ssrc(), line.cname().orElse(""), (old, more) -> old.isEmpty() ? more : old);
      if (!hasLine) {
        line.msid().ifPresent(msids::add);
      }
    }
    return new RemoteSources(
        !msids.isEmpty(),
        msids.stream().flatMap(msid -> msid.stream().stream()).distinct().toList(),
        msids.stream().flatMap(msid -> msid.trackId().stream()).findFirst(),
        cnames,
        remote.attributes(SsrcGroupAttribute.class));
  }

  /** The first canonical name; empty if there is none. */
  public String cname() {
    return cnames.values().stream().filter(name -> !name.isEmpty()).findFirst().orElse("");
  }
}
