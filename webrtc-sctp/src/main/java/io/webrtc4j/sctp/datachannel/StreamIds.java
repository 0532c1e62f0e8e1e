package io.webrtc4j.sctp.datachannel;

import java.util.BitSet;

/** Which stream identifiers are taken; each side chooses those of its parity (RFC 8832 §6). */
public final class StreamIds {
  /** The highest identifier: 65535 is reserved (RFC 8832 §6, W3C WebRTC §6.1). */
  public static final int MAX_ID = 65534;

  private final BitSet taken = new BitSet();
  private boolean even;
  private boolean swapped;

  /** For the DTLS client, which chooses even identifiers, or the server. */
  public StreamIds(boolean dtlsClient) {
    this.even = dtlsClient;
  }

  /** Our role in DTLS from now on. Not every peer changes its parity with it. */
  public void dtlsClient(boolean client) {
    swapped |= client != even;
    even = client;
  }

  /** Whether the peer may open a channel with {@code id}. */
  public boolean isChosenByPeer(int id) {
    return swapped || isEven(id) != even;
  }

  /** Whether {@code id} is taken. */
  public boolean isTaken(int id) {
    return taken.get(id);
  }

  /** Takes {@code id}. */
  public void take(int id) {
    taken.set(id);
  }

  /** Takes the lowest free identifier of ours below {@code limit}; -1 if there is none. */
  public int takeFree(int limit) {
    int id = taken.nextClearBit(even ? 0 : 1);
    while (isEven(id) != even) {
      id = taken.nextClearBit(id + 1);
    }
    if (id >= limit || id > MAX_ID) {
      return -1;
    }
    taken.set(id);
    return id;
  }

  /** Gives {@code id} back. */
  public void free(int id) {
    taken.clear(id);
  }

  /** Gives all back. */
  public void freeAll() {
    taken.clear();
  }

  private static boolean isEven(int id) {
    return id % 2 == 0;
  }
}
