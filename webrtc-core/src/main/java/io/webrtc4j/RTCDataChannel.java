package io.webrtc4j;

import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.session.PeerSession;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A channel for messages between two peers (W3C WebRTC §6.2).
 *
 * <p>Every method may be called from any thread and none blocks. Listeners run one after the other
 * with all others of the connection. A listener of {@code open} or {@code close} that is added late
 * is told at once. Messages that come before there is a {@code message} listener wait for it; once
 * there are more than 1024 of them, or 1 MiB, nobody is taken to listen, and as in a browser those
 * that came before the listener are gone.
 */
public final class RTCDataChannel implements AutoCloseable {
  /** As much as the browsers let wait. */
  private static final long MAX_BUFFERED_AMOUNT = 16L << 20;

  private static final int UNASSIGNED = -1;

  private final String label;
  private final RTCDataChannelInit init;
  private final PeerDriver driver;
  private final VisibleState connection;
  private final AtomicLong handedOver = new AtomicLong();
  private final AtomicBoolean closeAsked = new AtomicBoolean();
  private final OnceListeners<Event> open;
  private final OnceListeners<Event> close;
  private final HeldMessages messages;
  private final Listeners<Event> closing = new Listeners<>();
  private final Listeners<Event> bufferedAmountLow = new Listeners<>();
  private final Listeners<RTCErrorEvent> error = new Listeners<>();
  private volatile RTCDataChannelState readyState = RTCDataChannelState.CONNECTING;
  private volatile long engineBuffered;
  private volatile long lowThreshold;
  private volatile int id;
  private int number = UNASSIGNED;

  RTCDataChannel(
      String label,
      RTCDataChannelInit init,
      PeerDriver driver,
      VisibleState connection,
      CallbackQueue callbacks) {
    this.label = label;
    this.init = init;
    this.driver = driver;
    this.connection = connection;
    this.open = new OnceListeners<>(callbacks);
    this.close = new OnceListeners<>(callbacks);
    this.messages = new HeldMessages(callbacks::execute, this::takesMessages);
    Integer wanted = init.id();
    this.id = wanted == null ? UNASSIGNED : wanted;
  }

  /** The name that the creator gave it. */
  public String label() {
    return label;
  }

  /** Whether messages arrive in the order in which they were sent. */
  public boolean ordered() {
    return init.ordered();
  }

  /** Milliseconds after which a message is given up, or null. */
  public @Nullable Integer maxPacketLifeTime() {
    return init.maxPacketLifeTime();
  }

  /** How often a message is sent again at most, or null. */
  public @Nullable Integer maxRetransmits() {
    return init.maxRetransmits();
  }

  /** The application's name for what travels on it, possibly empty. */
  public String protocol() {
    return init.protocol();
  }

  /** Whether both sides created it themselves. */
  public boolean negotiated() {
    return init.negotiated();
  }

  /** The SCTP stream, or null while it has none. */
  public @Nullable Integer id() {
    int assigned = id;
    return assigned == UNASSIGNED ? null : Integer.valueOf(assigned);
  }

  /** How far it is. */
  public RTCDataChannelState readyState() {
    return connection.isClosed() ? RTCDataChannelState.CLOSED : readyState;
  }

  /** Bytes of messages that were given to {@link #send} and not sent yet. */
  public long bufferedAmount() {
    return handedOver.get() + engineBuffered;
  }

  /** The buffered amount at or below which {@code bufferedamountlow} happens; 0 at first. */
  public long bufferedAmountLowThreshold() {
    return lowThreshold;
  }

  /** Sets the threshold of {@link #bufferedAmountLowThreshold()}, in bytes. */
  public void setBufferedAmountLowThreshold(long bytes) {
    if (bytes < 0) {
      throw RTCException.type("the threshold must be 0 or more, is " + bytes);
    }
    lowThreshold = bytes;
    driver.execute((session, now) -> session.bufferedAmountLowThreshold(number, bytes));
  }

  /** Sends text. See {@link #send(byte[])}. */
  public void send(String text) {
    send(true, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends bytes. The array belongs to the channel from now on and must not be changed.
   *
   * @throws RTCException {@code InvalidStateError} if the channel is not open, {@code TypeError} if
   *     the message is larger than the peer takes, {@code OperationError} if 16 MiB wait already
   */
  public void send(byte[] bytes) {
    send(false, bytes);
  }

  /** Closes the channel once what was sent on it is delivered; the peer's end closes too. */
  @Override
  public void close() {
    if (closeAsked.getAndSet(true)
        || replace(RTCDataChannelState.CLOSING) == RTCDataChannelState.CLOSED) {
      return;
    }
    driver.execute((session, now) -> session.closeDataChannel(number, now));
  }

  /** The channel can be used from now on. */
  public ListenerRegistration onOpen(Consumer<Event> listener) {
    return open.add(listener);
  }

  /** A message came. */
  public ListenerRegistration onMessage(Consumer<MessageEvent> listener) {
    return messages.add(listener);
  }

  /** The buffered amount fell to the threshold. */
  public ListenerRegistration onBufferedAmountLow(Consumer<Event> listener) {
    return bufferedAmountLow.add(listener);
  }

  /** The channel is being closed, by the peer. */
  public ListenerRegistration onClosing(Consumer<Event> listener) {
    return closing.add(listener);
  }

  /** The channel is closed. */
  public ListenerRegistration onClose(Consumer<Event> listener) {
    return close.add(listener);
  }

  /** The channel failed; {@code close} follows. */
  public ListenerRegistration onError(Consumer<RTCErrorEvent> listener) {
    return error.add(listener);
  }

  @Override
  public String toString() {
    return "RTCDataChannel[" + label + ", " + readyState() + "]";
  }

  private void send(boolean text, byte[] payload) {
    Objects.requireNonNull(payload, "payload");
    if (readyState() != RTCDataChannelState.OPEN) {
      throw RTCException.invalidState(
          "the channel \"" + label + "\" is " + readyState() + ": send after its open event");
    }
    Long limit = connection.maxMessageSize();
    if (limit != null && limit != 0 && payload.length > limit) {
      throw RTCException.type(
          "the message has " + payload.length + " bytes, the peer takes " + limit + " at most");
    }
    if (bufferedAmount() + payload.length > MAX_BUFFERED_AMOUNT) {
      throw RTCException.operation(
          "16 MiB wait to be sent already: look at bufferedAmount() and go on at"
              + " onBufferedAmountLow");
    }
    handedOver.addAndGet(payload.length);
    driver.execute(
        (session, now) -> {
          int length = payload.length;
          try {
            session.send(number, text, payload, now);
          } finally {
            updateBuffered(session);
            handedOver.addAndGet(-length);
          }
        });
  }

  // On the event loop

  void bind(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  void updateBuffered(PeerSession session) {
    engineBuffered = session.bufferedAmount(number);
  }

  boolean hasBuffered() {
    return engineBuffered > 0;
  }

  /** In a step. */
  void assign(int streamId) {
    id = streamId;
  }

  // On the callback queue

  void opened() {
    if (markOpen()) {
      open.fire(new Event("open"));
    }
  }

  /** Whether it just became open; it may have been closed before. */
  boolean markOpen() {
    return move(RTCDataChannelState.CONNECTING, RTCDataChannelState.OPEN);
  }

  void fireOpen() {
    if (readyState == RTCDataChannelState.OPEN) {
      open.fire(new Event("open"));
    }
  }

  /** W3C WebRTC §6.2: what comes after {@link #close} is discarded. */
  void received(boolean text, byte[] payload) {
    if (!takesMessages() || readyState == RTCDataChannelState.CLOSED) {
      return;
    }
    Object data = text ? new String(payload, StandardCharsets.UTF_8) : payload;
    messages.fire(new MessageEvent(data), payload.length);
  }

  /** Until this side closes the channel or its connection. */
  private boolean takesMessages() {
    return !closeAsked.get() && !connection.isClosed();
  }

  void bufferedAmountBecameLow() {
    bufferedAmountLow.fire(new Event("bufferedamountlow"));
  }

  void peerCloses() {
    if (move(RTCDataChannelState.OPEN, RTCDataChannelState.CLOSING)) {
      closing.fire(new Event("closing"));
    }
  }

  void closed(@Nullable String reason) {
    if (replace(RTCDataChannelState.CLOSED) == RTCDataChannelState.CLOSED) {
      return;
    }
    if (reason != null) {
      error.fire(new RTCErrorEvent(RTCError.sctpFailure(reason)));
    }
    close.fire(new Event("close"));
  }

  /** The connection was closed: no events, says W3C WebRTC §4.4.2. */
  synchronized void markClosed() {
    become(RTCDataChannelState.CLOSED);
  }

  private synchronized boolean move(RTCDataChannelState from, RTCDataChannelState to) {
    if (readyState != from) {
      return false;
    }
    become(to);
    return true;
  }

  private synchronized RTCDataChannelState replace(RTCDataChannelState next) {
    RTCDataChannelState before = readyState;
    if (before != RTCDataChannelState.CLOSED) {
      become(next);
    }
    return before;
  }

  private void become(RTCDataChannelState next) {
    if (next == RTCDataChannelState.OPEN) {
      connection.dataChannelOpened();
    } else if (readyState == RTCDataChannelState.OPEN) {
      connection.dataChannelClosed();
    }
    readyState = next;
  }
}
