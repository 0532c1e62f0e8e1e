package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.flight.Flight;
import io.webrtc4j.dtls.flight.IncomingMessages;
import io.webrtc4j.dtls.flight.OutgoingDatagrams;
import io.webrtc4j.dtls.flight.RetransmissionTimer;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordLayer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One handshake: carries the peer's messages from state to state, sends the flights that the states
 * put together, and sends them again (RFC 6347 §4.2.4). WAITING is an awaited message with the
 * timer running, FINISHED is {@link Established}.
 */
public final class Handshake {
  /** Part of the first wait for which a flight is not sent again, however often the peer asks. */
  private static final int MIN_INTERVAL_DIVISOR = 2;

  /** RFC 6347 §4.1.1.1: after two or three retransmissions in vain, smaller datagrams may do. */
  private static final int REPEATS_AT_FULL_SIZE = 2;

  private static final int NOTHING_ANSWERED = -1;

  private final HandshakeContext context;
  private final OutgoingDatagrams outgoing;
  private final RecordCounters counters;
  private final IncomingMessages incoming;
  private final RetransmissionTimer timer;
  private final long minInterval;

  private HandshakeState state = new AwaitClientHello();
  private @Nullable Flight lastFlight;
  private long lastSent;
  private int repeats;
  private int answeredSeq = NOTHING_ANSWERED;

  /** A server's handshake that listens, or a client's before {@link #startAsClient}. */
  public Handshake(
      HandshakeSettings settings,
      RandomGenerator random,
      RecordLayer records,
      OutgoingDatagrams outgoing,
      RecordCounters counters,
      long initialRetransmit,
      long maxRetransmit) {
    this.context = new HandshakeContext(settings, random, records);
    this.outgoing = outgoing;
    this.counters = counters;
    this.incoming = new IncomingMessages(counters);
    this.timer = new RetransmissionTimer(initialRetransmit, maxRetransmit);
    this.minInterval = initialRetransmit / MIN_INTERVAL_DIVISOR;
  }

  /** Sends the ClientHello. */
  public void startAsClient(long now) {
    state = AwaitServerHello.start(context);
    sendNewFlight(now);
  }

  /**
   * Takes the content of a handshake record.
   *
   * @return whether that brought the handshake forward
   * @throws FatalAlertException if the handshake cannot go on
   */
  public boolean handleRecord(int epoch, byte[] content, long now) throws FatalAlertException {
    ByteReader in = new ByteReader(content);
    try {
      while (in.hasRemaining()) {
        handleFragment(HandshakeFragment.parse(in), epoch, now);
      }
    } catch (DecodeException e) {
      counters.malformed++;
    }
    return advance(now);
  }

  private void handleFragment(HandshakeFragment fragment, int epoch, long now) {
    if (fragment.messageSeq() == answeredSeq && fragment.isLast()) {
      // RFC 6347 §4.2.4: the end of the flight that ours answers came again.
      repeatForPeer(now);
    } else if (!isComplete()) {
      incoming.add(fragment, epoch);
    } else {
      counters.unexpected++;
      refuseRenegotiation(fragment.type());
    }
  }

  // RFC 5746 §4.2 and §4.4: whoever asks is told, and the session goes on.
  private void refuseRenegotiation(int type) {
    if (type == HandshakeType.HELLO_REQUEST || type == HandshakeType.CLIENT_HELLO) {
      outgoing.send(Alert.warning(AlertDescription.NO_RENEGOTIATION));
    }
  }

  private boolean advance(long now) throws FatalAlertException {
    boolean advanced = false;
    HandshakeMessage message = incoming.poll();
    while (message != null && !isComplete()) {
      state = next(message);
      sendNewFlight(now);
      advanced = true;
      message = incoming.poll();
    }
    if (advanced && isComplete()) {
      finish();
    }
    return advanced;
  }

  private HandshakeState next(HandshakeMessage message) throws FatalAlertException {
    try {
      return state.handle(message, context);
    } catch (DecodeException e) {
      throw new FatalAlertException(
          AlertDescription.DECODE_ERROR,
          "expected " + state.awaits() + ", came a malformed " + message + ": " + e.getMessage());
    }
  }

  private void sendNewFlight(long now) {
    Flight flight = context.takeFlight();
    if (flight == null) {
      return;
    }
    lastFlight = flight;
    lastSent = now;
    repeats = 0;
    answeredSeq = incoming.nextSeq() - 1;
    outgoing.send(flight);
    timer.start(now);
  }

  /** The server keeps its last flight, for the client may not have got it; the client is sure. */
  private void finish() {
    timer.stop();
    incoming.clear();
    context.transcript().clear();
    if (answeredSeq != incoming.nextSeq() - 1) {
      lastFlight = null;
      answeredSeq = NOTHING_ANSWERED;
    }
  }

  private void repeatForPeer(long now) {
    if (now - lastSent < minInterval) {
      return; // Copies made by the network, or several requests in a row.
    }
    if (resend(now) && !isComplete()) {
      timer.restart(now);
    }
  }

  private boolean resend(long now) {
    if (lastFlight == null) {
      return false;
    }
    counters.flightRetransmissions++;
    lastSent = now;
    if (++repeats > REPEATS_AT_FULL_SIZE) {
      outgoing.reduceSize();
    }
    outgoing.send(lastFlight);
    return true;
  }

  /** Sends the flight again if its time has come. */
  public void handleTimeout(long now) {
    if (Deadline.isDue(timer.deadline(), now)) {
      resend(now);
      timer.backOff(now);
    }
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return timer.deadline();
  }

  /** Ends retransmission: the connection is over. */
  public void stop() {
    timer.stop();
    incoming.clear();
    lastFlight = null;
  }

  /** What the handshake waits for, for people. */
  public String awaits() {
    return state.awaits();
  }

  /** Whether the handshake is complete. */
  public boolean isComplete() {
    return state instanceof Established;
  }

  /** What the complete handshake left, or null. */
  public @Nullable HandshakeResult result() {
    return state instanceof Established established ? established.result() : null;
  }
}
