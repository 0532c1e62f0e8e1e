package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCDataChannel;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * So many bytes through a channel, in messages of all sizes, as a program would send them: never
 * much more than the channel can hold. What arrives is compared as it comes.
 */
final class Transfer {
  private static final int LARGEST_MESSAGE = 64 * 1024;
  private static final long HIGH_WATER = 1 << 20;
  private static final long LOW_WATER = 1 << 18;

  private final RTCDataChannel from;
  private final byte[] bytes;
  private final SplittableRandom sizes;
  private int sent;
  private int arrived;

  private Transfer(RTCDataChannel from, int count, long seed) {
    this.from = from;
    this.bytes = new byte[count];
    this.sizes = new SplittableRandom(seed);
    sizes.nextBytes(bytes);
  }

  /** Sends {@code count} bytes from {@code from} to {@code to}, both of which are open. */
  static Transfer begin(RTCDataChannel from, RTCDataChannel to, int count, long seed) {
    Transfer transfer = new Transfer(from, count, seed);
    to.onMessage(message -> transfer.receive(message.bytes()));
    from.setBufferedAmountLowThreshold(LOW_WATER);
    from.onBufferedAmountLow(event -> transfer.sendOn());
    transfer.sendOn();
    return transfer;
  }

  boolean isDone() {
    return arrived == bytes.length;
  }

  private void sendOn() {
    while (sent < bytes.length && from.bufferedAmount() < HIGH_WATER) {
      int length = Math.min(bytes.length - sent, sizes.nextInt(LARGEST_MESSAGE));
      from.send(Arrays.copyOfRange(bytes, sent, sent + length));
      sent += length;
    }
  }

  private void receive(byte[] message) {
    int end = arrived + message.length;
    assertThat(end).as("more than was sent").isLessThanOrEqualTo(sent);
    assertThat(Arrays.equals(message, 0, message.length, bytes, arrived, end))
        .as("%d bytes from %d on", message.length, arrived)
        .isTrue();
    arrived = end;
  }

  @Override
  public String toString() {
    return arrived + " of " + bytes.length + " bytes arrived, " + sent + " sent";
  }
}
