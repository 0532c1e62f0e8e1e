package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.rtp.payload.RedPayload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Redundant data (RFC 2198): its blocks fill what follows their headers. */
public final class RedTarget implements Target {
  private static final byte[] THREE_BLOCKS =
      Growing.bytes(0xef, 0x1e, 0, 2, 0xef, 0x0f, 0, 1, 0x6f, 1, 2, 3, 4, 5, 6);

  @Override
  public String name() {
    return "red";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    RedPayload red = new RedPayload().over(input, 0, input.length);
    int blocks = 0;
    int length = 0;
    while (red.next()) {
      blocks++;
      length += red.end() - red.start();
      if (red.start() < 1 || red.end() < red.start() || red.end() > input.length) {
        throw new IllegalStateException("a block of " + red.start() + " to " + red.end());
      }
    }
    if (!red.isPrimary() || length != input.length - 4 * (blocks - 1) - 1) {
      throw new IllegalStateException(length + " bytes in " + blocks + " blocks");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(THREE_BLOCKS, Growing.bytes(0x60, 0x90, 0x80, 0xb7, 0x84, 0x90));
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "headers without end", size -> Growing.repeated(new byte[0], THREE_BLOCKS, size & ~7),
        "empty blocks",
            size -> {
              byte[] payload =
                  Growing.repeated(new byte[0], Growing.bytes(0xef, 0, 4, 0), size - 1);
              byte[] whole = Arrays.copyOf(payload, payload.length + 1);
              whole[payload.length] = 0x6f;
              return whole;
            },
        "a large block", size -> Growing.repeated(THREE_BLOCKS, new byte[1], size));
  }
}
