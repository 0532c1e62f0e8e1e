package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sctp.testing.Side;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static final int MESSAGE = 16 * 1024;

  private static LinkConditions lossy(double loss) {
    return LinkConditions.perfect()
        .withDelay(Deadline.millis(10), Deadline.millis(2))
        .withLoss(loss)
        .withReordering(loss / 2)
        .withDuplication(loss / 2);
  }

  /** Sends random bytes from a to z, and checks every one. */
  private static long transfer(Pair pair, int bytes, int messageSize, boolean ordered, long seed) {
    DataChannelParameters parameters =
        ordered ? DataChannelParameters.reliable("x") : DataChannelParameters.unordered("x");
    pair.connect();
    Pair.Channels channel = pair.channel(parameters);
    byte[] data = new byte[bytes];
    new SplittableRandom(seed).nextBytes(data);
    byte[] received = new byte[bytes];
    int[] count = {0};
    pair.z.onEvent =
        event -> {
          if (event instanceof DataChannelEvent.MessageReceived message) {
            int index = ordered ? count[0] : header(message.payload());
            System.arraycopy(
                message.payload(), 0, received, index * messageSize, message.payload().length);
            count[0]++;
          }
        };
    int messages = bytes / messageSize;
    for (int i = 0; i < messages; i++) {
      if (!ordered) {
        putHeader(data, i * messageSize, i);
      }
      byte[] message = Arrays.copyOfRange(data, i * messageSize, (i + 1) * messageSize);
      pair.a.transport.send(channel.a(), false, message, pair.now());
    }
    long start = pair.now();
    pair.require("all messages", () -> count[0] == messages, 100_000);
    assertThat(Arrays.equals(received, data)).isTrue();
    pair.runFor(1000);
    assertThat(count[0]).isEqualTo(messages);
    return pair.now() - Deadline.millis(1000) - start;
  }

  private static int header(byte[] message) {
    return (message[0] & 0xff) << 16 | (message[1] & 0xff) << 8 | (message[2] & 0xff);
  }

  private static void putHeader(byte[] data, int at, int value) {
    data[at] = (byte) (value >>> 16);
    data[at + 1] = (byte) (value >>> 8);
    data[at + 2] = (byte) value;
  }

  @Test
  void tenMegabytesOnAPerfectPath() {
    long took = transfer(new Pair(LinkConditions.perfect(), 1), 10 << 20, MESSAGE, true, 1);
    assertThat(took).isLessThan(Deadline.seconds(3));
  }

  @Test
  void tenMegabytesFillALinkOfTenMegabits() {
    LinkConditions link = LinkConditions.perfect().withRate(10_000_000, 64 * 1024);
    long took = transfer(new Pair(link, 1), 10 << 20, MESSAGE, true, 1);
    // 8.4 s of payload, and a tenth for headers, slow start and the losses of a full queue.
    assertThat(took).isBetween(Deadline.millis(8_400), Deadline.millis(9_300));
  }

  @Test
  void tenMegabytesArriveInSpiteOfLoss() {
    for (double loss : new double[] {0.01, 0.05, 0.2}) {
      Seeds.forEach(
          2, seed -> transfer(new Pair(lossy(loss), seed), 10 << 20, MESSAGE, true, seed));
    }
  }

  @Test
  void aMegabyteArrivesInSpiteOfLossReorderingAndDuplication() {
    for (double loss : new double[] {0, 0.01, 0.05, 0.2}) {
      Seeds.forEach(
          50, seed -> transfer(new Pair(lossy(loss), seed), 1 << 20, MESSAGE, seed % 2 == 0, seed));
    }
  }

  @Test
  void messagesOfEverySizeArrive() {
    Seeds.forEach(
        50,
        seed -> {
          int size = 3 + (int) (seed * seed * 7 % 5000);
          transfer(new Pair(lossy(0.05), seed), 300 * size, size, false, seed);
        });
  }

  @Test
  void transmissionSequenceNumbersWrapAround() {
    Seeds.forEach(
        20,
        seed -> {
          Side a = Side.at(true, seed, -50);
          Side z = Side.at(false, seed, Integer.MAX_VALUE - 50);
          transfer(new Pair(a, z, lossy(0.05), seed), 1 << 20, MESSAGE, true, seed);
        });
  }

  @Test
  void streamSequenceNumbersWrapAround() {
    transfer(new Pair(lossy(0.02), 1), 200_000, 2, true, 1);
  }
}
