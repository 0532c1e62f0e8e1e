package io.webrtc4j.rtp.transport;

import io.webrtc4j.rtp.ExtensionUri;
import io.webrtc4j.rtp.HeaderExtensions;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.session.SectionConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the header extensions of one packet after the other say of where it belongs. Sections that
 * share a transport share the identifiers of header extensions (RFC 8285 §5, RFC 9143 §7.1.3), so
 * that they can be read before the section is known; where they don't, the first section's count.
 */
final class PacketNames {
  private static final int NONE = -1;
  private static final List<String> READ =
      List.of(
          ExtensionUri.MID,
          ExtensionUri.RID,
          ExtensionUri.REPAIRED_RID,
          ExtensionUri.TRANSPORT_NUMBER);

  private final Map<Integer, String> uris = new HashMap<>();
  private @Nullable String mid;
  private @Nullable String rid;
  private @Nullable String repairedRid;
  private int transportNumber = NONE;

  void configure(Iterable<SectionConfig> sections) {
    uris.clear();
    for (SectionConfig section : sections) {
      for (String uri : READ) {
        Integer id = section.receiveExtensions().get(uri);
        if (id != null) {
          uris.putIfAbsent(id, uri);
        }
      }
    }
  }

  void read(RtpPacket packet) {
    mid = null;
    rid = null;
    repairedRid = null;
    transportNumber = NONE;
    HeaderExtensions extensions = packet.extensions();
    while (extensions.next()) {
      String uri = uris.get(extensions.id());
      if (uri != null && extensions.length() > 0) {
        read(uri, extensions);
      }
    }
  }

  private void read(String uri, HeaderExtensions extensions) {
    switch (uri) {
      case ExtensionUri.MID -> mid = extensions.text();
      case ExtensionUri.RID -> rid = extensions.text();
      case ExtensionUri.REPAIRED_RID -> repairedRid = extensions.text();
      default -> transportNumber = (int) extensions.number() & 0xffff;
    }
  }

  @Nullable String mid() {
    return mid;
  }

  @Nullable String rid() {
    return rid;
  }

  @Nullable String repairedRid() {
    return repairedRid;
  }

  boolean hasTransportNumber() {
    return transportNumber != NONE;
  }

  int transportNumber() {
    return transportNumber;
  }
}
