package io.webrtc4j;

import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.rtp.session.InboundStream;
import io.webrtc4j.rtp.session.OutboundStream;
import io.webrtc4j.sctp.DataChannelCounters;
import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.transport.TransportStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
   * @param clock the time
   * @param objects complete objects
   * @param transports all transports, for their streams
   * @param channels what the data channels carried, by the session's numbers
   */
  private record Figures(
      StatsClock clock,
      List<RTCStats> objects,
      Map<Integer, TransportStatistics> transports,
      Map<Integer, ChannelFigures> channels) {}

  /** The section whose streams alone are wanted, and whether those that are sent or received. */
  private record Selector(int section, boolean sent) {
    static Selector of(RTCRtpSender sender) {
      return new Selector(sender.transceiver().facts().id(), true);
    }

    static Selector of(RTCRtpReceiver receiver) {
      return new Selector(receiver.transceiver().facts().id(), false);
    }
  }

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
  CompletableFuture<RTCStatsReport> of(@Nullable MediaStreamTrack track) {
    if (track == null) {
      return gather(null);
    }
    List<Selector> matching = connection.change(() -> matching(track));
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
    return gather(Selector.of(sender));
  }

  /** Those of the streams that {@code receiver} receives. */
  CompletableFuture<RTCStatsReport> of(RTCRtpReceiver receiver) {
    return gather(Selector.of(receiver));
  }

  /** Keeps what there is, for reports of the closed connection. On the loop. */
  void keepLast(PeerSession session, long now) {
    if (last == null) {
      last = take(session, now, true);
    }
  }

  private List<Selector> matching(MediaStreamTrack track) {
    List<Selector> matching = new ArrayList<>();
    for (RTCRtpTransceiver each : connection.transceivers.inOrder()) {
      if (each.isStopped() && !connection.visible.isClosed()) {
        continue;
      }
      if (track.equals(each.sender().track())) {
        matching.add(Selector.of(each.sender()));
      }
      if (track.equals(each.receiver().track())) {
        matching.add(Selector.of(each.receiver()));
      }
    }
    return matching;
  }

  private CompletableFuture<RTCStatsReport> gather(@Nullable Selector selector) {
    CompletableFuture<RTCStatsReport> future = new CallbackFuture<>(connection.callbacks);
    Taken taken = new Taken();
    boolean accepted =
        driver.execute(
            (session, now) -> taken.figures = last != null ? last : take(session, now, false),
            () -> connection.later(() -> complete(future, taken, selector)));
    if (!accepted) {
      future.completeExceptionally(RTCException.invalidState("the event loops were shut down"));
    }
    return future;
  }

  private Figures take(PeerSession session, long now, boolean closed) {
    StatsClock clock = origin.at(now);
    ids.begin();
    Map<String, RTCStats> objects = new LinkedHashMap<>();
    Map<Integer, TransportStatistics> transports = session.statistics();
    transports.forEach(
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
    return new Figures(clock, List.copyOf(objects.values()), transports, carried);
  }

  private void complete(
      CompletableFuture<RTCStatsReport> future, Taken taken, @Nullable Selector selector) {
    Figures figures = taken.figures;
    if (figures == null) {
      future.completeExceptionally(RTCException.operation("a defect of this library, see its log"));
    } else {
      future.complete(new RTCStatsReport(connection.change(() -> selected(figures, selector))));
    }
  }

  private List<RTCStats> selected(Figures figures, @Nullable Selector selector) {
    double now = figures.clock().now();
    List<RTCStats> all = new ArrayList<>(figures.objects());
    Set<String> wanted = new HashSet<>();
    figures
        .transports()
        .forEach(
            (number, transport) -> {
              StreamFigures streams =
                  new StreamFigures(
                      connection.transceivers, TransportFigures.id(number), figures.clock());
              for (InboundStream each : transport.inbound()) {
                addTo(wanted, streams.add(each), new Selector(each.section(), false), selector);
              }
              for (OutboundStream each : transport.outbound()) {
                addTo(wanted, streams.add(each), new Selector(each.section(), true), selector);
              }
              all.addAll(streams.objects().values());
            });
    all.add(
        new RTCPeerConnectionStats(
            "P",
            now,
            connection.visible.dataChannelsOpened(),
            connection.visible.dataChannelsClosed()));
    figures.channels().forEach((number, each) -> all.add(channel(number, each, now)));
    all.sort(Comparator.comparing(RTCStats::type));
    return selector == null ? all : StatsSelection.of(all, each -> wanted.contains(each.id()));
  }

  private static void addTo(
      Set<String> wanted, @Nullable String id, Selector stream, @Nullable Selector selector) {
    if (id != null && stream.equals(selector)) {
      wanted.add(id);
    }
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
