package io.webrtc4j.rtp.srtp;

/** Big-endian 32-bit words in arrays. */
final class Words {
  private Words() {}

  static int read(byte[] array, int at) {
    return (array[at] & 0xff) << 24
        | (array[at + 1] & 0xff) << 16
        | (array[at + 2] & 0xff) << 8
        | (array[at + 3] & 0xff);
  }

  static void write(byte[] array, int at, int value) {
    array[at] = (byte) (value >>> 24);
    array[at + 1] = (byte) (value >>> 16);
    array[at + 2] = (byte) (value >>> 8);
    array[at + 3] = (byte) value;
  }
}
