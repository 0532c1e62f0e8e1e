package io.webrtc4j.benchmarks.srtp;

import org.jitsi.utils.ByteArrayBuffer;

/** A packet at the beginning of an array, as jitsi-srtp takes it. */
final class JitsiPacket implements ByteArrayBuffer {
  private byte[] array = new byte[0];
  private int offset;
  private int length;

  JitsiPacket over(byte[] array, int length) {
    this.array = array;
    this.offset = 0;
    this.length = length;
    return this;
  }

  @Override
  public byte[] getBuffer() {
    return array;
  }

  @Override
  public int getOffset() {
    return offset;
  }

  @Override
  public int getLength() {
    return length;
  }

  @Override
  public void setLength(int length) {
    this.length = length;
  }

  @Override
  public void setOffset(int offset) {
    this.offset = offset;
  }

  @Override
  public boolean isInvalid() {
    return false;
  }

  @Override
  public void readRegionToBuff(int from, int count, byte[] target) {
    System.arraycopy(array, offset + from, target, 0, count);
  }

  /** The array has room already. */
  @Override
  public void grow(int count) {
    if (offset + length + count > array.length) {
      throw new IllegalStateException("the array has no room for " + count + " bytes more");
    }
  }

  @Override
  public void append(byte[] bytes, int count) {
    System.arraycopy(bytes, 0, array, offset + length, count);
    length += count;
  }

  @Override
  public void shrink(int count) {
    length -= count;
  }
}
