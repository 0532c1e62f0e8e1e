package io.webrtc4j.sdp;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** For every type of line, another line of it with another value. */
final class ChangedLines {
  private static final Map<Class<? extends Line>, Function<Line, Line>> CHANGES =
      Map.ofEntries(
          change(
              Origin.class,
              o ->
                  new Origin(
                      o.username(),
                      o.sessionId(),
                      o.sessionVersion() + "1",
                      o.networkType(),
                      o.addressType(),
                      o.address())),
          change(SessionName.class, s -> new SessionName(s.name() + "x")),
          change(Information.class, i -> new Information(i.information() + "x")),
          change(DescriptionUri.class, u -> new DescriptionUri(u.uri() + "x")),
          change(EmailAddress.class, e -> new EmailAddress(e.address() + "x")),
          change(PhoneNumber.class, p -> new PhoneNumber(p.number() + "1")),
          change(
              ConnectionData.class,
              c ->
                  new ConnectionData(
                      c.networkType(),
                      c.addressType(),
                      c.address() + "x",
                      c.ttl(),
                      c.addressCount())),
          change(Bandwidth.class, b -> new Bandwidth(b.bandwidthType(), b.value() ^ 1)),
          change(Timing.class, t -> new Timing(t.start() ^ 1, t.stop())),
          change(
              RepeatTimes.class,
              r -> new RepeatTimes(r.interval(), r.activeDuration(), twice(r.offsets()))),
          change(TimeZoneAdjustments.class, z -> new TimeZoneAdjustments(twice(z.adjustments()))),
          change(EncryptionKey.class, k -> new EncryptionKey(k.method(), k.value() + "x")),
          change(UnknownLine.class, u -> new UnknownLine(u.type(), u.text() + "x")),
          change(
              MediaLine.class,
              m ->
                  new MediaLine(
                      m.media(), m.port() ^ 1, m.portCount(), m.protocol(), twice(m.formats()))));

  private ChangedLines() {}

  /** Whether a line can be another; there is but one version. */
  static boolean isPossible(Class<?> type) {
    return type != ProtocolVersion.class;
  }

  static Line of(Line line) {
    if (line instanceof Attribute attribute) {
      return ChangedAttributes.of(attribute);
    }
    Function<Line, Line> change = CHANGES.get(line.getClass());
    if (change == null) {
      throw new AssertionError("how should a " + line.getClass() + " be changed?");
    }
    return change.apply(line);
  }

  /** Changes the lines one after the other; each time, all others are written as before. */
  static void assertEachChangesItsLineOnly(SessionDescription session) {
    for (int i = 0; i < session.lines().size(); i++) {
      if (isPossible(session.lines().get(i).getClass())) {
        assertOneLineDiffers(session, session.withLines(changedAt(session.lines(), i)), i);
      }
    }
    int firstLine = session.lines().size();
    for (int m = 0; m < session.media().size(); m++) {
      MediaDescription media = session.media().get(m);
      MediaLine changed = (MediaLine) of(media.mediaLine());
      assertOneLineDiffers(session, with(session, m, media.withMediaLine(changed)), firstLine);
      for (int i = 0; i < media.lines().size(); i++) {
        MediaDescription other = media.withLines(changedAt(media.lines(), i));
        assertOneLineDiffers(session, with(session, m, other), firstLine + 1 + i);
      }
      firstLine += 1 + media.lines().size();
    }
  }

  private static List<Line> changedAt(List<Line> lines, int index) {
    List<Line> copy = new ArrayList<>(lines);
    copy.set(index, of(lines.get(index)));
    return copy;
  }

  private static SessionDescription with(
      SessionDescription session, int index, MediaDescription media) {
    List<MediaDescription> all = new ArrayList<>(session.media());
    all.set(index, media);
    return session.withMedia(all);
  }

  private static void assertOneLineDiffers(
      SessionDescription before, SessionDescription after, int index) {
    String ending = before.lineEnding().text();
    List<String> old = Arrays.asList(before.write().split(ending, -1));
    List<String> now = Arrays.asList(after.write().split(ending, -1));
    assertThat(now).hasSameSizeAs(old);
    assertThat(IntStream.range(0, old.size()).filter(i -> !old.get(i).equals(now.get(i))))
        .containsExactly(index);
    assertThat(Parsing.of(after.write())).isEqualTo(after);
  }

  private static <T> List<T> twice(List<T> list) {
    List<T> both = new ArrayList<>(list);
    both.addAll(list);
    return both;
  }

  private static <L extends Line> Map.Entry<Class<? extends Line>, Function<Line, Line>> change(
      Class<L> type, Function<L, Line> change) {
    return entry(type, line -> change.apply(type.cast(line)));
  }
}
