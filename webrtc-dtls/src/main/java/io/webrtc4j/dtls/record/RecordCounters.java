package io.webrtc4j.dtls.record;

/** Counts what is dropped in silence, and a few things more. Plain fields: one thread. */
public final class RecordCounters {
  public long datagramsReceived;
  public long datagramsSent;
  public long flightRetransmissions;
  public long malformed;
  public long unauthentic;
  public long replayed;
  public long unexpected;
  public long overflowed;
  public long plaintextAlerts;
}
