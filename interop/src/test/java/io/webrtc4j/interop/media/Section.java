package io.webrtc4j.interop.media;

import io.webrtc4j.interop.browser.BrowserPeer.Description;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A media section of a description, read without the library's own parser. */
record Section(List<String> lines) {
  private static final Pattern LINE_END = Pattern.compile("\r\n");

  static List<Section> of(String sdp) {
    List<Section> sections = new ArrayList<>();
    for (String line : LINE_END.splitAsStream(sdp).toList()) {
      if (line.startsWith("m=")) {
        sections.add(new Section(new ArrayList<>()));
      }
      if (!sections.isEmpty()) {
        sections.get(sections.size() - 1).lines().add(line);
      }
    }
    return sections;
  }

  static List<Section> of(Description description) {
    return of(description.sdp());
  }

  /** {@code audio}, {@code video} or {@code application}. */
  String kind() {
    return field(0).substring("m=".length());
  }

  String mid() {
    List<String> mids = values("a=mid:");
    return mids.isEmpty() ? "" : mids.get(0);
  }

  /** Port 0 means so, unless the section has none because it relies on the bundle. */
  boolean isRejected() {
    return field(1).equals("0") && !lines.contains("a=bundle-only");
  }

  boolean isMedia() {
    return !kind().equals("application");
  }

  boolean sends() {
    return !lines.contains("a=recvonly") && !lines.contains("a=inactive") && !isRejected();
  }

  boolean receives() {
    return !lines.contains("a=sendonly") && !lines.contains("a=inactive") && !isRejected();
  }

  /** The streams that the section's track is in. */
  List<String> streams() {
    return values("a=msid:").stream()
        .map(value -> value.split(" ", 2)[0])
        .filter(Predicate.not("-"::equals))
        .distinct()
        .toList();
  }

  /** What follows this prefix in the section's lines. */
  List<String> values(String prefix) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private String field(int index) {
    return Arrays.asList(lines.get(0).split(" ", -1)).get(index);
  }
}
