package io.webrtc4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Negotiates one connection over whatever carries the signals (the "perfect negotiation" of W3C
 * WebRTC §10.7): makes an offer whenever one is needed, answers the peer's, sends candidates, and
 * where both offer at once lets one side give way. The peer may be a page that does the same.
 *
 * <p>Give it the connection before tracks and channels are added. The carrier must deliver in
 * order. {@link Signaling}'s methods are called one at a time, like listeners; the {@code receive}
 * methods may be called from any thread.
 */
public final class PerfectNegotiator implements AutoCloseable {
  private static final Pattern SECTIONS = Pattern.compile("^(?=m=)", Pattern.MULTILINE);

  private final RTCPeerConnection connection;
  private final boolean polite;
  private final Signaling signaling;
  private final List<ListenerRegistration> registrations = new ArrayList<>();
  private final Listeners<Throwable> errors = new Listeners<>();
  private boolean makingOffer;
  private boolean ignoringOffer;
  private boolean settingAnswer;
  private volatile boolean closed;

  /** Where descriptions and candidates go, to reach the peer's negotiator. */
  public interface Signaling {
    /** Sends a description to the peer. */
    void send(RTCSessionDescription description);

    /** Sends a candidate, or the end of them (of which the text is empty), to the peer. */
    void send(RTCIceCandidate candidate);
  }

  /**
   * Negotiates {@code connection} from now on.
   *
   * @param polite whether this side gives way when both offer at once; the peer must be the other
   */
  public PerfectNegotiator(RTCPeerConnection connection, boolean polite, Signaling signaling) {
    this.connection = connection;
    this.polite = polite;
    this.signaling = signaling;
    registrations.add(connection.onIceCandidate(event -> send(event.candidate())));
    registrations.add(connection.onNegotiationNeeded(event -> offer()));
  }

  /** Takes a description that the peer sent. */
  public void receive(RTCSessionDescriptionInit description) {
    queue(() -> take(description));
  }

  /** Takes a candidate that the peer sent. */
  public void receive(RTCIceCandidateInit candidate) {
    queue(() -> take(candidate));
  }

  /** Something that the peer sent, or that the carrier did, could not be used. */
  public ListenerRegistration onError(Consumer<Throwable> listener) {
    return errors.add(listener);
  }

  /** Negotiates no more, whatever is received; the connection stays as it is. */
  @Override
  public void close() {
    closed = true;
    registrations.forEach(ListenerRegistration::remove);
  }

  private void queue(Runnable taking) {
    connection.queueTask(
        () -> {
          if (!closed) {
            taking.run();
          }
        });
  }

  private void send(@Nullable RTCIceCandidate candidate) {
    if (candidate != null) {
      signaling.send(candidate);
    }
  }

  private void offer() {
    makingOffer = true;
    report(describe().whenComplete((done, error) -> makingOffer = false));
  }

  private CompletableFuture<@Nullable Void> describe() {
    return connection
        .setLocalDescription()
        .thenRun(
            () -> {
              RTCSessionDescription local = connection.localDescription();
              if (local != null) {
                signaling.send(local);
              }
            });
  }

  private void take(RTCSessionDescriptionInit description) {
    boolean ready =
        !makingOffer && (connection.signalingState() == RTCSignalingState.STABLE || settingAnswer);
    boolean offered = description.type() == RTCSdpType.OFFER;
    ignoringOffer = !polite && offered && !ready;
    if (ignoringOffer) {
      return;
    }
    settingAnswer = description.type() == RTCSdpType.ANSWER;
    CompletableFuture<@Nullable Void> set =
        connection
            .setRemoteDescription(description)
            .whenComplete((done, error) -> settingAnswer = false);
    report(offered ? set.thenCompose(done -> describe()) : set);
  }

  private void take(RTCIceCandidateInit candidate) {
    boolean ignored = ignoringOffer;
    report(
        connection
            .addIceCandidate(candidate)
            .exceptionallyCompose(
                error ->
                    ignored || isStale(candidate)
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(error)));
  }

  /** Whether it is of a generation that its section has no more, or was offered in vain. */
  private boolean isStale(RTCIceCandidateInit candidate) {
    RTCSessionDescription remote = connection.remoteDescription();
    String ufrag = candidate.usernameFragment();
    return remote != null
        && ufrag != null
        && section(remote.sdp(), candidate.sdpMid())
            .noneMatch(line -> line.equals("a=ice-ufrag:" + ufrag));
  }

  /** The lines of the section with this tag; all lines if it names none. */
  private static Stream<String> section(String sdp, @Nullable String mid) {
    return SECTIONS
        .splitAsStream(sdp)
        .filter(part -> mid == null || part.lines().anyMatch(("a=mid:" + mid)::equals))
        .flatMap(String::lines);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Its error is told to whoever listens.
  private void report(CompletableFuture<@Nullable Void> outcome) {
    outcome.exceptionally(
        error -> {
          if (connection.signalingState() != RTCSignalingState.CLOSED) {
            errors.fire(error);
          }
          return null;
        });
  }
}
