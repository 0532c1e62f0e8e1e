package io.webrtc4j.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes inputs a little, by chance from a seed. */
final class Mutation {
  private static final int MAX_CHANGES = 6;
  private static final int[] NUMBERS = {0, 1, 0x7f, 0x80, 0xff};

  private Mutation() {}

  /** One of {@code seeds}, changed. */
  static byte[] of(List<byte[]> seeds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] mutant = seeds.get(random.nextInt(seeds.size())).clone();
    int changes = 1 + random.nextInt(MAX_CHANGES);
    for (int i = 0; i < changes; i++) {
      mutant = changed(mutant, seeds, random);
    }
    return mutant;
  }

  private static byte[] changed(byte[] input, List<byte[]> seeds, SplittableRandom random) {
    if (input.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(input.length);
    switch (random.nextInt(6)) {
      case 0 -> input[at] = (byte) random.nextInt();
      case 1 -> input[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> input[at] = (byte) NUMBERS[random.nextInt(NUMBERS.length)];
      case 3 -> {
        return Arrays.copyOf(input, at);
      }
      case 4 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        return joined(Arrays.copyOf(input, at), other, random.nextInt(other.length + 1));
      }
      default -> {
        int end = at + random.nextInt(input.length - at + 1);
        return joined(Arrays.copyOf(input, end), input, at);
      }
    }
    return input;
  }

  /** {@code head}, then {@code tail} from {@code from} on. */
  private static byte[] joined(byte[] head, byte[] tail, int from) {
    byte[] joined = Arrays.copyOf(head, head.length + tail.length - from);
    System.arraycopy(tail, from, joined, head.length, tail.length - from);
    return joined;
  }
}
