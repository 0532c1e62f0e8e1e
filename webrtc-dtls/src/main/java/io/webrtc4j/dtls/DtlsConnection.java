package io.webrtc4j.dtls;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.dtls12.Handshake;
import io.webrtc4j.dtls.dtls12.HandshakeResult;
import io.webrtc4j.dtls.dtls12.HandshakeSettings;
import io.webrtc4j.dtls.flight.EarlyRecords;
import io.webrtc4j.dtls.flight.OutgoingDatagrams;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.dtls.record.FatalAlertException;
import io.webrtc4j.dtls.record.ProtocolVersion;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordCursor;
import io.webrtc4j.dtls.record.RecordLayer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One DTLS connection, client or server (RFC 6347), without I/O: datagrams, timeouts and commands
 * go in, each with the time; datagrams, application data and events are polled.
 *
 * <p>Times are nanoseconds since the connection was made. Polls may come in any order and number,
 * and no sequence of calls is forbidden: what has no meaning at the moment does nothing. Not
 * thread-safe.
 */
public final class DtlsConnection {
  /** Bytes that {@link #protect} writes in front of the payload at most: header and nonce. */
  public static final int PROTECT_HEADROOM = 21;

  /** Bytes that {@link #protect} writes behind the payload at most: the tag. */
  public static final int PROTECT_TAILROOM = 16;

  /** Bytes of application data in one record at most (RFC 5246 §6.2.1). */
  public static final int MAX_PAYLOAD = RecordLayer.MAX_CONTENT;

  private final DtlsConfig config;
  private final RecordCounters counters = new RecordCounters();
  private final RecordLayer records = new RecordLayer(counters);
  private final OutgoingDatagrams outgoing;
  private final Handshake handshake;
  private final EarlyRecords earlyRecords = new EarlyRecords(counters);
  private final ApplicationData applicationData = new ApplicationData(counters);
  private final ArrayDeque<DtlsEvent> events = new ArrayDeque<>();
  private final RecordCursor cursor = new RecordCursor();
  private final PlaintextAlert plaintextAlert = new PlaintextAlert();
  private final LastAlert lastAlert;

  private DtlsState state = DtlsState.NEW;
  private long handshakeDeadline = Deadline.NEVER;

  /**
   * A connection that has not started.
   *
   * @param random for keys: must be a source fit for cryptography, such as {@code SecureRandom},
   *     outside tests
   * @param now the time
   */
  public DtlsConnection(DtlsConfig config, RandomGenerator random, long now) {
    this.config = config;
    this.outgoing = new OutgoingDatagrams(records, counters, config.maxDatagramSize());
    this.lastAlert = new LastAlert(outgoing, config.timings().initialRetransmit() / 2);
    HandshakeSettings settings =
        new HandshakeSettings(
            config.certificate().key(),
            config.certificate().encoded(),
            new RemoteFingerprints(config.remoteFingerprints())::complaint,
            SrtpProtectionProfile.codes(config.srtpProtectionProfiles()));
    this.handshake =
        new Handshake(
            settings,
            random,
            records,
            outgoing,
            counters,
            config.timings().initialRetransmit(),
            config.timings().maxRetransmit());
  }

  /**
   * Begins the handshake: a client sends its ClientHello, a server begins to listen. What arrives
   * before is dropped; the peer sends it again.
   */
  public void start(long now) {
    if (state != DtlsState.NEW) {
      return;
    }
    state = DtlsState.CONNECTING;
    handshakeDeadline = Deadline.after(now, config.timings().handshakeLimit());
    if (config.role() == DtlsRole.CLIENT) {
      handshake.startAsClient(now);
    }
  }

  /**
   * Takes one UDP payload with one or more records. Noise is counted and dropped.
   *
   * @param packet borrowed for the call
   * @param now the time
   */
  public void handlePacket(PacketBuffer packet, long now) {
    counters.datagramsReceived++;
    RecordCursor record = cursor.over(packet);
    while (isOpen() && record.next()) {
      handleRecord(record, now);
      handleEarlyRecords(now);
    }
    while (state == DtlsState.FAILED && record.next()) {
      if (record.type() == ContentType.HANDSHAKE) {
        lastAlert.repeat(now);
      }
    }
    if (isOpen() && !record.atEnd()) {
      counters.malformed++;
    }
  }

  private boolean isOpen() {
    return state == DtlsState.CONNECTING || state == DtlsState.CONNECTED;
  }

  private void handleRecord(RecordCursor record, long now) {
    if (record.epoch() == RecordLayer.PLAINTEXT_EPOCH) {
      handlePlaintext(record, now);
    } else if (record.epoch() != RecordLayer.ENCRYPTED_EPOCH) {
      counters.unexpected++;
    } else if (!records.canReadEncrypted()) {
      earlyRecords.add(record);
    } else {
      byte[] content = records.open(record);
      if (content != null) {
        handleAuthentic(record.type(), content, now);
      }
    }
  }

  private void handleEarlyRecords(long now) {
    if (!records.canReadEncrypted()) {
      return;
    }
    for (PacketBuffer early = earlyRecords.poll(); early != null; early = earlyRecords.poll()) {
      RecordCursor record = new RecordCursor().over(early);
      if (isOpen() && record.next()) {
        handleRecord(record, now);
      }
    }
  }

  /** What anyone could have sent: matters only as long as there is nothing better. */
  private void handlePlaintext(RecordCursor record, long now) {
    if (state != DtlsState.CONNECTING || record.bodyLength() > RecordLayer.MAX_CONTENT) {
      counters.unexpected++;
      return;
    }
    byte[] content = Arrays.copyOfRange(record.array(), record.bodyStart(), record.end());
    switch (record.type()) {
      case ContentType.HANDSHAKE -> handleHandshake(record.epoch(), content, now);
      case ContentType.ALERT -> handlePlaintextAlert(content, now);
      // The epoch of the records that follow says the same (see IncomingMessages).
      case ContentType.CHANGE_CIPHER_SPEC -> {}
      default -> counters.unexpected++;
    }
  }

  private void handleAuthentic(int type, byte[] content, long now) {
    switch (type) {
      case ContentType.APPLICATION_DATA -> applicationData.add(content);
      case ContentType.HANDSHAKE -> handleHandshake(RecordLayer.ENCRYPTED_EPOCH, content, now);
      case ContentType.ALERT -> handleAuthenticAlert(content);
      default -> counters.unexpected++;
    }
  }

  private void handleHandshake(int epoch, byte[] content, long now) {
    try {
      if (handshake.handleRecord(epoch, content, now)) {
        plaintextAlert.disprove();
      }
    } catch (FatalAlertException e) {
      lastAlert.send(e.alert(), now);
      fail(e.reason());
      return;
    }
    HandshakeResult result = handshake.result();
    if (state == DtlsState.CONNECTING && result != null) {
      state = DtlsState.CONNECTED;
      handshakeDeadline = Deadline.NEVER;
      events.add(new DtlsEvent.Connected(new DtlsSession(result)));
    }
  }

  private void handlePlaintextAlert(byte[] content, long now) {
    counters.plaintextAlerts++;
    try {
      plaintextAlert.handle(Alert.parse(content), now);
    } catch (DecodeException e) {
      counters.malformed++;
    }
  }

  private void handleAuthenticAlert(byte[] content) {
    Alert alert;
    try {
      alert = Alert.parse(content);
    } catch (DecodeException e) {
      counters.malformed++;
      return;
    }
    if (alert.isCloseNotify()) {
      closedByPeer();
    } else if (alert.isFatal()) {
      fail("the peer sent the alert " + alert + stepIfConnecting());
    } else {
      counters.unexpected++;
    }
  }

  private void closedByPeer() {
    String reason = "the peer sent close_notify" + stepIfConnecting();
    // RFC 5246 §7.2.1: answered by one of ours.
    outgoing.send(Alert.warning(AlertDescription.CLOSE_NOTIFY));
    end(DtlsState.CLOSED);
    events.add(new DtlsEvent.Closed(reason));
  }

  private void fail(String reason) {
    end(DtlsState.FAILED);
    events.add(new DtlsEvent.Failed("DTLS: " + reason));
  }

  private void end(DtlsState last) {
    state = last;
    handshakeDeadline = Deadline.NEVER;
    handshake.stop();
    earlyRecords.clear();
  }

  private String stepIfConnecting() {
    return state == DtlsState.CONNECTING ? " while we awaited " + handshake.awaits() : "";
  }

  /** Tells that {@link #nextDeadline()} has come; does nothing if it has not. */
  public void handleTimeout(long now) {
    if (state != DtlsState.CONNECTING) {
      return;
    }
    Alert alert = plaintextAlert.due(now);
    if (alert != null) {
      fail(
          "the peer sent the alert "
              + alert
              + " in the clear, and then nothing"
              + stepIfConnecting());
    } else if (Deadline.isDue(handshakeDeadline, now)) {
      fail("the handshake was not complete in time; we awaited " + handshake.awaits());
    } else {
      handshake.handleTimeout(now);
    }
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    if (state != DtlsState.CONNECTING) {
      return Deadline.NEVER;
    }
    return Math.min(
        handshakeDeadline, Math.min(plaintextAlert.deadline(), handshake.nextDeadline()));
  }

  /**
   * Writes the next datagram of a flight or an alert.
   *
   * @param out empty, with room for {@link DtlsConfig#maxDatagramSize()} bytes; the caller's
   * @return whether there was one
   */
  public boolean pollPacket(PacketBuffer out) {
    return outgoing.poll(out);
  }

  /**
   * The content of the next application_data record, in order of arrival, or null. What comes
   * before the handshake is complete waits for that. The array is the caller's.
   */
  public byte @Nullable [] pollApplicationData() {
    return handshake.isComplete() ? applicationData.poll() : null;
  }

  /** The next event, or null. */
  public @Nullable DtlsEvent pollEvent() {
    return events.poll();
  }

  /**
   * Turns application data into one record, in place.
   *
   * @param payload at most {@link #MAX_PAYLOAD} bytes, with {@link #PROTECT_HEADROOM} in front and
   *     {@link #PROTECT_TAILROOM} behind
   * @return false, and nothing done, if the connection is not {@link DtlsState#CONNECTED}
   * @throws IllegalArgumentException if the payload is too long for a record
   * @throws IndexOutOfBoundsException if there is no room around it
   */
  public boolean protect(PacketBuffer payload) {
    if (payload.length() > MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "a record holds " + MAX_PAYLOAD + " bytes, not " + payload.length() + ": split them");
    }
    if (state != DtlsState.CONNECTED || records.isWriteExhausted()) {
      return false;
    }
    records
        .write(RecordLayer.ENCRYPTED_EPOCH)
        .protect(ContentType.APPLICATION_DATA, ProtocolVersion.DTLS_1_2, payload);
    return true;
  }

  /** Tells the peer that we are done (close_notify), and ends the connection without an event. */
  public void close(long now) {
    if (isOpen()) {
      outgoing.send(Alert.warning(AlertDescription.CLOSE_NOTIFY));
    }
    if (isOpen() || state == DtlsState.NEW) {
      end(DtlsState.CLOSED);
    }
  }

  /** Where the connection is in its life. */
  public DtlsState state() {
    return state;
  }

  /** What happened so far. */
  public DtlsCounters counters() {
    return new DtlsCounters(
        counters.datagramsReceived,
        counters.datagramsSent,
        counters.flightRetransmissions,
        counters.malformed,
        counters.unauthentic,
        counters.replayed,
        counters.unexpected,
        counters.overflowed,
        counters.plaintextAlerts);
  }
}
