package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.Arrays;

/** SACK (RFC 9260 §3.3.4). Its arrays must not be changed. */
public final class SackChunk implements ControlChunk {
  /** Bytes of the chunk without gap blocks and duplicates, with its header. */
  public static final int MIN_LENGTH = 16;

  /** Bytes of one gap ack block, and of one duplicate TSN. */
  public static final int BYTES_PER_ENTRY = 4;

  private static final int[] NONE = {};

  private final int cumulativeTsnAck;
  private final long aRwnd;
  private final int[] gapAckBlocks;
  private final int[] duplicateTsns;

  /**
   * A SACK.
   *
   * @param gapAckBlocks start and end of each block in turn, as offsets to the cumulative TSN ack
   */
  public SackChunk(int cumulativeTsnAck, long aRwnd, int[] gapAckBlocks, int[] duplicateTsns) {
    this.cumulativeTsnAck = cumulativeTsnAck;
    this.aRwnd = aRwnd;
    this.gapAckBlocks = gapAckBlocks;
    this.duplicateTsns = duplicateTsns;
  }

  /** Reads the value of a SACK chunk. */
  public static SackChunk parse(ByteReader value) throws DecodeException {
    int cumulativeTsnAck = value.i32();
    long aRwnd = value.u32();
    int gaps = value.u16();
    int duplicates = value.u16();
    value.require(BYTES_PER_ENTRY * (gaps + duplicates));
    int[] gapAckBlocks = gaps == 0 ? NONE : new int[2 * gaps];
    for (int i = 0; i < gapAckBlocks.length; i++) {
      gapAckBlocks[i] = value.u16();
    }
    int[] duplicateTsns = duplicates == 0 ? NONE : new int[duplicates];
    for (int i = 0; i < duplicates; i++) {
      duplicateTsns[i] = value.i32();
    }
    return new SackChunk(cumulativeTsnAck, aRwnd, gapAckBlocks, duplicateTsns);
  }

  /** The last TSN up to which everything arrived. */
  public int cumulativeTsnAck() {
    return cumulativeTsnAck;
  }

  /** Bytes that the sender of the SACK still has room for. */
  public long aRwnd() {
    return aRwnd;
  }

  /** How many gap ack blocks there are. */
  public int gapAckBlocks() {
    return gapAckBlocks.length / 2;
  }

  /** The first TSN of block {@code index}, as an offset to the cumulative TSN ack. */
  public int gapStart(int index) {
    return gapAckBlocks[2 * index];
  }

  /** The last TSN of block {@code index}, as an offset to the cumulative TSN ack. */
  public int gapEnd(int index) {
    return gapAckBlocks[2 * index + 1];
  }

  /** How many duplicate TSNs are reported. */
  public int duplicateTsns() {
    return duplicateTsns.length;
  }

  @Override
  public int type() {
    return ChunkType.SACK;
  }

  @Override
  public int valueLength() {
    return MIN_LENGTH
        - ChunkReader.HEADER_LENGTH
        + BYTES_PER_ENTRY * (gapAckBlocks.length / 2 + duplicateTsns.length);
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(cumulativeTsnAck).u32(aRwnd).u16(gapAckBlocks.length / 2).u16(duplicateTsns.length);
    for (int edge : gapAckBlocks) {
      out.u16(edge);
    }
    for (int tsn : duplicateTsns) {
      out.u32(tsn);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SackChunk that
        && cumulativeTsnAck == that.cumulativeTsnAck
        && aRwnd == that.aRwnd
        && Arrays.equals(gapAckBlocks, that.gapAckBlocks)
        && Arrays.equals(duplicateTsns, that.duplicateTsns);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(gapAckBlocks) * 31 + cumulativeTsnAck;
  }

  @Override
  public String toString() {
    return "SackChunk[cumulativeTsnAck="
        + Integer.toUnsignedString(cumulativeTsnAck)
        + ", aRwnd="
        + aRwnd
        + ", gaps="
        + Arrays.toString(gapAckBlocks)
        + ", duplicates="
        + duplicateTsns.length
        + "]";
  }
}
