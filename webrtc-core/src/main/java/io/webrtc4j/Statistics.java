package io.webrtc4j;

import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.sctp.DataChannelCounters;
import io.webrtc4j.session.PeerSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a connection's statistics (W3C WebRTC §8): the engines' figures on the event loop, all at
 * one moment, and on the callback queue, after the events before that moment, what only the public
 * face knows.
 */
final class Statistics {
  private final Connection connection;
  private final DataChannels channels;
  private final PeerDriver driver;
  private final StatsClock origin;
  private final StatsIds ids = new StatsIds();
  private @Nullable Figures last;

  /**
   * What is known on the loop.
   *
   * @param now the time
   * @param objects complete objects
   * @param channels what the data channels carried, by the session's numbers
   */
  private record Figures(
      double now, List<RTCStats> objects, Map<Integer, ChannelFigures> channels) {}

  private record ChannelFigures(RTCDataChannel channel, DataChannelCounters counters) {}

  /** One moment's figures on their way from the loop. */
  private static final class Taken {
    private @Nullable Figures figures;
  }

  /**
   * Statistics of a connection that has nothing to tell yet.
   *
   * @param origin when the session was made
   */
  Statistics(Connection connection, DataChannels channels, PeerDriver driver, Instant origin) {
    this.connection = connection;
    this.channels = channels;
    this.driver = driver;
    this.origin = StatsClock.startingAt(origin);
  }

  /** Those of the track's one sender or receiver (W3C WebRTC §8.2), or for null all. */
  CompletableFuture<RTCStatsReport> of(@Nullable MediaStreamTrack selector) {
    if (selector == null) {
      return gather(each -> true);
    }
    List<Predicate<RTCStats>> matching = connection.change(() -> matching(selector));
    if (matching.size() == 1) {
      return gather(matching.get(0));
    }
    CompletableFuture<RTCStatsReport> future = new CallbackFuture<>(connection.callbacks);
    future.completeExceptionally(
        RTCException.invalidAccess(
            matching.isEmpty()
                ? "no sender or receiver of this connection has the track"
                : "several senders or receivers have the track: ask one of them"));
    return future;
  }

  /** Those of the streams that {@code sender} sends. */
  CompletableFuture<RTCStatsReport> of(RTCRtpSender sender) {
    return gather(sentBy(sender));
  }

  /** Those of the streams that {@code receiver} receives. */
  CompletableFuture<RTCStatsReport> of(RTCRtpReceiver receiver) {
    return gather(receivedBy(receiver));
  }

  /** Keeps what there is, for reports of the closed connection. On the loop. */
  void keepLast(PeerSession session, long now) {
    if (last == null) {
      last = take(session, now, true);
    }
  }

  private List<Predicate<RTCStats>> matching(MediaStreamTrack track) {
    List<Predicate<RTCStats>> matching = new ArrayList<>();
    for (RTCRtpTransceiver each : connection.transceivers.inOrder()) {
      if (each.isStopped() && !connection.visible.isClosed()) {
        continue;
      }
      if (track.equals(each.sender().track())) {
        matching.add(sentBy(each.sender()));
      }
      if (track.equals(each.receiver().track())) {
        matching.add(receivedBy(each.receiver()));
      }
    }
    return matching;
  }

  private static Predicate<RTCStats> sentBy(RTCRtpSender sender) {
    return each -> false;
  }

  private static Predicate<RTCStats> receivedBy(RTCRtpReceiver receiver) {
    return each -> false;
  }

  private CompletableFuture<RTCStatsReport> gather(Predicate<RTCStats> selected) {
    CompletableFuture<RTCStatsReport> future = new CallbackFuture<>(connection.callbacks);
    Taken taken = new Taken();
    boolean accepted =
        driver.execute(
            (session, now) -> taken.figures = last != null ? last : take(session, now, false),
            () -> connection.later(() -> complete(future, taken, selected)));
    if (!accepted) {
      future.completeExceptionally(RTCException.invalidState("the event loops were shut down"));
    }
    return future;
  }

  private Figures take(PeerSession session, long now, boolean closed) {
    StatsClock clock = origin.at(now);
    ids.begin();
    Map<String, RTCStats> objects = new LinkedHashMap<>();
    session
        .statistics()
        .forEach(
            (number, figures) ->
                objects.putAll(
                    TransportFigures.of(number, figures, clock, ids, session.names(), closed)));
    Map<Integer, ChannelFigures> carried = new LinkedHashMap<>();
    channels
        .open()
        .forEach(
            (number, channel) ->
                carried.put(
                    number, new ChannelFigures(channel, session.dataChannelCounters(number))));
    return new Figures(clock.now(), List.copyOf(objects.values()), carried);
  }

  private void complete(
      CompletableFuture<RTCStatsReport> future, Taken taken, Predicate<RTCStats> selected) {
    Figures figures = taken.figures;
    if (figures == null) {
      future.completeExceptionally(RTCException.operation("a defect of this library, see its log"));
    } else {
      List<RTCStats> all = connection.change(() -> all(figures));
      future.complete(new RTCStatsReport(StatsSelection.of(all, selected)));
    }
  }

  private List<RTCStats> all(Figures figures) {
    List<RTCStats> all = new ArrayList<>(figures.objects());
    all.add(
        new RTCPeerConnectionStats(
            "P",
            figures.now(),
            connection.visible.dataChannelsOpened(),
            connection.visible.dataChannelsClosed()));
    figures.channels().forEach((number, each) -> all.add(channel(number, each, figures.now())));
    all.sort(Comparator.comparing(RTCStats::type));
    return all;
  }

  private static RTCDataChannelStats channel(int number, ChannelFigures figures, double now) {
    RTCDataChannel channel = figures.channel();
    DataChannelCounters counters = figures.counters();
    return new RTCDataChannelStats(
        "D" + number,
        now,
        channel.label(),
        channel.protocol(),
        channel.id(),
        channel.readyState(),
        counters.messagesSent(),
        counters.bytesSent(),
        counters.messagesReceived(),
        counters.bytesReceived());
  }
}
