package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The public face from many threads at once, from its own listeners, and when it is closed. */
@Timeout(120)
class ThreadRulesTest {
  private static final int THREADS = 8;
  private static final int CALLS = 250;
  private static final long LIMIT_SECONDS = 30;

  private final Queue<Throwable> defects = new ConcurrentLinkedQueue<>();
  private final Queue<CompletableFuture<?>> futures = new ConcurrentLinkedQueue<>();

  @Test
  void manyThreadsMayUseOneConnectionAtOnce() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      inThreads(random -> RandomCalls.one(peers.a, random));
      allComplete();
      settle(peers.a);
      assertConsistent(peers.a);
      peers.negotiate();
      assertThat(peers.a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
      assertThat(mids(peers.b)).containsExactlyInAnyOrderElementsOf(mids(peers.a));
    }
    assertThat(defects).isEmpty();
  }

  @Test
  void twoSidesThatManyThreadsChangeAgreeInTheEnd() throws Exception {
    RTCPeerConnection a =
        new RTCPeerConnection(RTCConfiguration.defaults(), TwoConnections.LOOPBACK);
    RTCPeerConnection b =
        new RTCPeerConnection(RTCConfiguration.defaults(), TwoConnections.LOOPBACK);
    try (a;
        b) {
      Pipe toA = new Pipe();
      Pipe toB = new Pipe();
      PerfectNegotiator left = new PerfectNegotiator(a, true, toB);
      PerfectNegotiator right = new PerfectNegotiator(b, false, toA);
      left.onError(defects::add);
      right.onError(defects::add);
      toA.deliverTo(left);
      toB.deliverTo(right);
      inThreads(random -> RandomCalls.oneWish(random.nextBoolean() ? a : b, random));
      awaitAgreed(a, b);
    }
    assertThat(defects).isEmpty();
  }

  @Test
  void listenersRunOneAtATime() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger heard = new AtomicInteger();
    try (TwoConnections peers = new TwoConnections()) {
      Runnable busy =
          () -> {
            if (running.incrementAndGet() != 1) {
              defects.add(new AssertionError("two listeners at a time"));
            }
            heard.incrementAndGet();
            running.decrementAndGet();
          };
      onEachEvent(peers.a, busy);
      peers.a.createDataChannel("data").onOpen(event -> busy.run());
      peers.a.addTransceiver("audio");
      peers.negotiate();
      inThreads(
          random -> {
            peers.a.getTransceivers().get(0).setDirection(RandomCalls.direction(random));
            return peers.a.createOffer().thenRun(busy);
          });
      allComplete();
    }
    assertThat(heard.get()).isGreaterThan(THREADS);
    assertThat(defects).isEmpty();
  }

  @Test
  void allMayBeCalledFromListeners() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      SplittableRandom random = new SplittableRandom(1);
      AtomicInteger calls = new AtomicInteger();
      onEachEvent(
          peers.a,
          () -> {
            if (calls.incrementAndGet() <= 300) {
              attempt(() -> RandomCalls.one(peers.a, random));
            }
          });
      peers.a.createDataChannel("data");
      futures.add(peers.a.setLocalDescription());
      allComplete();
      assertThat(calls.get()).isPositive();
      settle(peers.a);
      assertConsistent(peers.a);
    }
    assertThat(defects).isEmpty();
  }

  @Test
  void waitingInsideAListenerIsAnErrorAtOnce() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      peers.a.onNegotiationNeeded(
          event -> {
            try {
              peers.a.createOffer().join();
            } catch (IllegalStateException e) {
              thrown.complete(e);
            }
          });
      peers.a.addTransceiver("audio");
      assertThat(thrown.get(LIMIT_SECONDS, TimeUnit.SECONDS)).hasMessageContaining("thenAccept");
    }
  }

  @Test
  void aListenerThatBlocksHoldsUpNobodyElse() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    try (TwoConnections slow = new TwoConnections();
        TwoConnections others = new TwoConnections()) {
      slow.a.onNegotiationNeeded(
          event -> {
            blocked.countDown();
            await(release);
          });
      RTCRtpTransceiver transceiver = slow.a.addTransceiver("audio");
      await(blocked);
      // What needs no answer goes on,
      transceiver.setDirection(RTCRtpTransceiverDirection.RECVONLY);
      assertThat(slow.a.getTransceivers()).containsExactly(transceiver);
      CompletableFuture<?> waiting = slow.a.createOffer();
      // as do others' connections.
      RTCDataChannel channel = others.a.createDataChannel("data");
      others.negotiate();
      TwoConnections.awaitOpen(channel);
      assertThat(waiting).isNotDone();
      release.countDown();
      waiting.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } finally {
      release.countDown();
    }
  }

  @Test
  void closingInTheMiddleOfEverythingCompletesAllThatWaits() throws Exception {
    for (int round = 0; round < 10; round++) {
      try (TwoConnections peers = new TwoConnections()) {
        int closer = new SplittableRandom(round).nextInt(THREADS * CALLS / 2);
        AtomicInteger calls = new AtomicInteger();
        inThreads(
            random -> {
              if (calls.incrementAndGet() == closer + 1) {
                peers.a.close();
              }
              return RandomCalls.one(peers.a, random);
            });
        allComplete();
        assertClosed(peers.a);
        peers.a.whenEnded().get(LIMIT_SECONDS, TimeUnit.SECONDS);
      }
    }
    assertThat(defects).isEmpty();
  }

  @Test
  void manyThreadsMayCloseAtOnceAndFromListeners() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      peers.a.createDataChannel("data");
      peers.b.onSignalingStateChange(event -> peers.b.close());
      futures.add(
          peers
              .a
              .setLocalDescription()
              .thenCompose(done -> peers.b.setRemoteDescription(peers.a.localDescription())));
      inThreads(
          random -> {
            if (random.nextInt(CALLS) == 0) {
              peers.a.close();
            }
            return RandomCalls.one(peers.b, random);
          });
      allComplete();
      assertClosed(peers.b);
    }
    assertThat(defects).isEmpty();
  }

  @Test
  void aClosedConnectionRefusesFromAnyThread() throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      peers.a.addTransceiver("audio");
      peers.a.close();
      inThreads(random -> RandomCalls.one(peers.a, random));
      allComplete();
      assertClosed(peers.a);
      assertThat(peers.a.getTransceivers()).hasSize(1);
    }
    assertThat(defects).isEmpty();
  }

  /** Each of several threads makes its calls, by a seed of its own. */
  private void inThreads(RandomCalls.Call call) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      SplittableRandom random = new SplittableRandom(i);
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < CALLS; n++) {
                  attempt(() -> call.make(random));
                }
              },
              "caller " + i);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
      assertThat(thread.isAlive()).as("%s hangs", thread).isFalse();
    }
  }

  /** The documented exception is none of our concern here; any other is a defect. */
  private void attempt(Supplier<CompletableFuture<?>> call) {
    try {
      futures.add(call.get());
    } catch (RTCException expected) {
      assertThat(expected.name()).isNotEmpty();
    } catch (RuntimeException | AssertionError e) {
      defects.add(e);
    }
  }

  private void allComplete() throws Exception {
    for (CompletableFuture<?> each = futures.poll(); each != null; each = futures.poll()) {
      try {
        each.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof CompletionException wrapped) {
          cause = wrapped.getCause();
        }
        if (!(cause instanceof RTCException)) {
          defects.add(e);
        }
      }
    }
  }

  /** Gets back to stable. */
  private static void settle(RTCPeerConnection connection) throws Exception {
    RTCSignalingState state =
        connection
            .createOffer()
            .handle((offer, error) -> connection.signalingState())
            .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (state != RTCSignalingState.STABLE) {
      // A listener may have done so meanwhile.
      connection
          .setLocalDescription(new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, ""))
          .exceptionally(error -> null)
          .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Looks where listeners run, so that none of them changes what is looked at meanwhile. */
  private static void assertConsistent(RTCPeerConnection connection) throws Exception {
    connection
        .createOffer()
        .handle((offer, error) -> connection)
        .thenAccept(ThreadRulesTest::assertConsistentNow)
        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private static void assertConsistentNow(RTCPeerConnection connection) {
    List<RTCRtpTransceiver> transceivers = connection.getTransceivers();
    assertThat(transceivers).doesNotHaveDuplicates();
    assertThat(transceivers.stream().map(RTCRtpTransceiver::sender).toList())
        .containsAll(connection.getSenders());
    assertThat(mids(connection)).doesNotHaveDuplicates();
    List<MediaStreamTrack> tracks = new ArrayList<>();
    connection.getSenders().forEach(each -> add(tracks, each.track()));
    assertThat(tracks).allMatch(track -> track.readyState() == MediaStreamTrackState.LIVE);
  }

  private static void add(Collection<MediaStreamTrack> tracks, MediaStreamTrack track) {
    if (track != null) {
      tracks.add(track);
    }
  }

  private static void assertClosed(RTCPeerConnection connection) {
    assertThat(connection.signalingState()).isEqualTo(RTCSignalingState.CLOSED);
    assertThat(connection.connectionState()).isEqualTo(RTCPeerConnectionState.CLOSED);
    assertThat(connection.iceConnectionState()).isEqualTo(RTCIceConnectionState.CLOSED);
    assertThat(connection.getSenders()).isEmpty();
    assertThat(connection.getTransceivers())
        .allMatch(each -> each.currentDirection() == RTCRtpTransceiverDirection.STOPPED);
  }

  private static List<String> mids(RTCPeerConnection connection) {
    return connection.getTransceivers().stream()
        .filter(each -> each.direction() != RTCRtpTransceiverDirection.STOPPED)
        .map(RTCRtpTransceiver::mid)
        .filter(Objects::nonNull)
        .toList();
  }

  private static void awaitAgreed(RTCPeerConnection a, RTCPeerConnection b)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!agreed(a, b)) {
      assertThat(System.nanoTime())
          .as("%s %s, %s %s", a.signalingState(), mids(a), b.signalingState(), mids(b))
          .isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20); // Real sockets and threads: nothing tells the end of all.
    }
  }

  private static boolean agreed(RTCPeerConnection a, RTCPeerConnection b) {
    return a.signalingState() == RTCSignalingState.STABLE
        && b.signalingState() == RTCSignalingState.STABLE
        && allHaveSections(a)
        && allHaveSections(b)
        && mids(a).stream().sorted().toList().equals(mids(b).stream().sorted().toList());
  }

  private static boolean allHaveSections(RTCPeerConnection connection) {
    return connection.getTransceivers().stream()
        .filter(each -> each.direction() != RTCRtpTransceiverDirection.STOPPED)
        .allMatch(each -> each.mid() != null && each.currentDirection() != null);
  }

  private static void onEachEvent(RTCPeerConnection connection, Runnable listener) {
    connection.onNegotiationNeeded(event -> listener.run());
    connection.onSignalingStateChange(event -> listener.run());
    connection.onIceGatheringStateChange(event -> listener.run());
    connection.onIceConnectionStateChange(event -> listener.run());
    connection.onConnectionStateChange(event -> listener.run());
    connection.onIceCandidate(event -> listener.run());
    connection.onTrack(event -> listener.run());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Carries signals in order, on the sender's own listener thread. */
  private static final class Pipe implements PerfectNegotiator.Signaling {
    private final CompletableFuture<PerfectNegotiator> receiver = new CompletableFuture<>();

    void deliverTo(PerfectNegotiator negotiator) {
      receiver.complete(negotiator);
    }

    @Override
    public void send(RTCSessionDescription description) {
      receiver.join().receive(description.toJSON());
    }

    @Override
    public void send(RTCIceCandidate candidate) {
      receiver.join().receive(candidate.toJSON());
    }
  }
}
