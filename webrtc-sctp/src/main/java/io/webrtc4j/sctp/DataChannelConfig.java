package io.webrtc4j.sctp;

import io.webrtc4j.common.Deadline;

/**
 * What a {@link DataChannelTransport} is made with. {@link #builder()} has a default for everything
 * but the DTLS role; times are in nanoseconds.
 *
 * @param dtlsClient whether we are the DTLS client, which opens channels on even streams while the
 *     server opens them on odd ones (RFC 8832 §6)
 * @param localPort our SCTP port
 * @param remotePort the peer's SCTP port
 * @param maxPacketSize bytes of the largest SCTP packet to send
 * @param maxMessageSize bytes of the largest message that we accept: what we announce in SDP
 * @param remoteMaxMessageSize bytes of the largest message that the peer accepts; 0 for any
 * @param receiveWindow bytes that may wait to be reassembled or polled: our a_rwnd; at least twice
 *     {@code maxMessageSize}
 * @param maxStreams streams that we ask for and grant, in each direction
 * @param maxChannels channels that may exist at a time; what the peer opens beyond is closed
 * @param maxInitRetransmits Max.Init.Retransmits (RFC 9260 §16)
 * @param associationMaxRetrans Association.Max.Retrans, or {@link #UNLIMITED}
 * @param rtoInitial RTO.Initial
 * @param rtoMin RTO.Min; less than RFC 9260's second by default, and more than any delay of
 *     acknowledgement (200 ms)
 * @param rtoMax RTO.Max; far less than RFC 9260's minute by default, so that data flows soon after
 *     a path comes back
 * @param heartbeatInterval HB.interval, or {@link Deadline#NEVER} for no heartbeats
 * @param cookieLifetime Valid.Cookie.Life
 */
public record DataChannelConfig(
    boolean dtlsClient,
    int localPort,
    int remotePort,
    int maxPacketSize,
    long maxMessageSize,
    long remoteMaxMessageSize,
    int receiveWindow,
    int maxStreams,
    int maxChannels,
    int maxInitRetransmits,
    int associationMaxRetrans,
    long rtoInitial,
    long rtoMin,
    long rtoMax,
    long heartbeatInterval,
    long cookieLifetime) {

  /** No limit to a number of retransmissions. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** The port that every browser uses (RFC 8841 §5). */
  public static final int DEFAULT_PORT = 5000;

  /**
   * Together with DTLS (37 bytes at most), a TURN indication (36), UDP (8) and IPv4 (20) this stays
   * below 1280 bytes, and without TURN below 1280 on IPv6.
   */
  public static final int DEFAULT_MAX_PACKET_SIZE = 1172;

  /** What browsers announce and what RFC 8831 §6.6 counsels not to exceed by much. */
  public static final long DEFAULT_MAX_MESSAGE_SIZE = 256 * 1024;

  /** The window that Chromium announces. */
  public static final int DEFAULT_RECEIVE_WINDOW = 5 * 1024 * 1024;

  /** All streams that there can be (RFC 8831 §6.2). */
  public static final int DEFAULT_MAX_STREAMS = 65535;

  /** Enough for anything sensible; the peer can't make us hold more. */
  public static final int DEFAULT_MAX_CHANNELS = 1024;

  private static final int MIN_PACKET_SIZE = 512;
  private static final int MAX_PACKET_SIZE = 65535;
  private static final int MAX_PORT = 65535;
  private static final int MIN_RECEIVE_WINDOW = 1500;

  /** Checks every value against its range. */
  public DataChannelConfig {
    require(localPort > 0 && localPort <= MAX_PORT, "localPort must be from 1 to 65535");
    require(remotePort > 0 && remotePort <= MAX_PORT, "remotePort must be from 1 to 65535");
    require(
        maxPacketSize >= MIN_PACKET_SIZE && maxPacketSize <= MAX_PACKET_SIZE,
        "maxPacketSize must be from 512 to 65535");
    require(
        maxMessageSize > 0 && maxMessageSize <= Integer.MAX_VALUE / 2,
        "maxMessageSize must be above 0 and at most 1 GiB");
    require(remoteMaxMessageSize >= 0, "remoteMaxMessageSize must not be negative");
    require(receiveWindow >= MIN_RECEIVE_WINDOW, "receiveWindow must be at least 1500");
    // Without partial delivery a message must fit, with what its fragments cost beside.
    require(receiveWindow / 2 >= maxMessageSize, "receiveWindow must be twice maxMessageSize");
    require(maxStreams > 0 && maxStreams <= DEFAULT_MAX_STREAMS, "maxStreams: 1 to 65535");
    require(maxChannels > 0, "maxChannels must be above 0");
    require(maxInitRetransmits >= 0 && associationMaxRetrans >= 0, "no negative retransmissions");
    require(0 < rtoMin && rtoMin <= rtoInitial && rtoInitial <= rtoMax, "RTO: min, initial, max");
    require(heartbeatInterval > 0 && cookieLifetime > 0, "durations must be above 0");
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Makes a {@link DataChannelConfig}; each method sets the component of the same name. */
  public static final class Builder {
    private boolean dtlsClient;
    private int localPort = DEFAULT_PORT;
    private int remotePort = DEFAULT_PORT;
    private int maxPacketSize = DEFAULT_MAX_PACKET_SIZE;
    private long maxMessageSize = DEFAULT_MAX_MESSAGE_SIZE;
    private long remoteMaxMessageSize = DEFAULT_MAX_MESSAGE_SIZE;
    private int receiveWindow = DEFAULT_RECEIVE_WINDOW;
    private int maxStreams = DEFAULT_MAX_STREAMS;
    private int maxChannels = DEFAULT_MAX_CHANNELS;
    private int maxInitRetransmits = UNLIMITED;
    private int associationMaxRetrans = UNLIMITED;
    private long rtoInitial = Deadline.millis(500);
    private long rtoMin = Deadline.millis(400);
    private long rtoMax = Deadline.seconds(3);
    private long heartbeatInterval = Deadline.seconds(30);
    private long cookieLifetime = Deadline.seconds(60);

    private Builder() {}

    /** Whether we are the DTLS client. */
    public Builder dtlsClient(boolean value) {
      dtlsClient = value;
      return this;
    }

    /** Our SCTP port; 5000 by default. */
    public Builder localPort(int value) {
      localPort = value;
      return this;
    }

    /** The peer's SCTP port; 5000 by default. */
    public Builder remotePort(int value) {
      remotePort = value;
      return this;
    }

    /** Bytes of the largest SCTP packet to send; 1172 by default. */
    public Builder maxPacketSize(int value) {
      maxPacketSize = value;
      return this;
    }

    /** Bytes of the largest message that we accept; 262144 by default. */
    public Builder maxMessageSize(long value) {
      maxMessageSize = value;
      return this;
    }

    /** Bytes of the largest message that the peer accepts, 0 for any; 262144 by default. */
    public Builder remoteMaxMessageSize(long value) {
      remoteMaxMessageSize = value;
      return this;
    }

    /** Our a_rwnd in bytes; 5 MiB by default. */
    public Builder receiveWindow(int value) {
      receiveWindow = value;
      return this;
    }

    /** Streams that we ask for and grant; 65535 by default. */
    public Builder maxStreams(int value) {
      maxStreams = value;
      return this;
    }

    /** Channels that may exist at a time; 1024 by default. */
    public Builder maxChannels(int value) {
      maxChannels = value;
      return this;
    }

    /** How often INIT and COOKIE ECHO are sent again; unlimited by default. */
    public Builder maxInitRetransmits(int value) {
      maxInitRetransmits = value;
      return this;
    }

    /**
     * How often in a row data may be sent again before the peer counts as dead. Unlimited by
     * default, because ICE's consent (RFC 7675) knows better whether the peer is there.
     */
    public Builder associationMaxRetrans(int value) {
      associationMaxRetrans = value;
      return this;
    }

    /** RTO.Initial, RTO.Min and RTO.Max in nanoseconds; 500 ms, 400 ms and 3 s by default. */
    public Builder rto(long initial, long min, long max) {
      rtoInitial = initial;
      rtoMin = min;
      rtoMax = max;
      return this;
    }

    /** HB.interval in nanoseconds, {@link Deadline#NEVER} for none; 30 s by default. */
    public Builder heartbeatInterval(long nanos) {
      heartbeatInterval = nanos;
      return this;
    }

    /** Valid.Cookie.Life in nanoseconds; 60 s by default. */
    public Builder cookieLifetime(long nanos) {
      cookieLifetime = nanos;
      return this;
    }

    /** The configuration; throws {@link IllegalArgumentException} if a value is out of range. */
    public DataChannelConfig build() {
      return new DataChannelConfig(
          dtlsClient,
          localPort,
          remotePort,
          maxPacketSize,
          maxMessageSize,
          remoteMaxMessageSize,
          receiveWindow,
          maxStreams,
          maxChannels,
          maxInitRetransmits,
          associationMaxRetrans,
          rtoInitial,
          rtoMin,
          rtoMax,
          heartbeatInterval,
          cookieLifetime);
    }
  }
}
