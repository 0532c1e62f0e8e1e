package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.rtp.payload.DependencyDescriptor;
import io.webrtc4j.rtp.payload.DependencyStructure;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Two dependency descriptors, the first behind its length of 8 bits and perhaps a structure. */
public final class DependencyDescriptorTarget implements Target {
  // L1T3 of the specification's A.10.2.1, as the unit tests have it.
  private static final byte[] STRUCTURE =
      Growing.bytes(
          0xfe, 0, 1, 0x87, 0xc2, 0x14, 0xea, 0xaa, 0x44, 0x10, 0x4d, 0x14, 0x10, 0x20, 0x84, 0x27,
          0x04, 0xff, 2, 0xcf);
  private static final byte[] CUSTOM =
      Growing.bytes(0x40, 0xff, 0xff, 0x7b, 0xd1, 0x58, 0x47, 0x10, 0x03, 0xfc);

  @Override
  public String name() {
    return "dependency-descriptor";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    int first = input.length == 0 ? 0 : Math.min(input[0] & 0xff, input.length - 1);
    DependencyStructure structure = null;
    if (first > 0) {
      structure = DependencyDescriptor.parse(input, 1, 1 + first, null).newStructure();
    }
    if (input.length > 1 + first) {
      DependencyDescriptor second =
          DependencyDescriptor.parse(input, 1 + first, input.length, structure);
      if (second.newStructure() != null && second.frame() == null) {
        throw new IllegalStateException(second + " has a structure and no frame");
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        behindLength(STRUCTURE, CUSTOM),
        behindLength(STRUCTURE, Growing.bytes(0x81, 0, 4)),
        behindLength(new byte[0], STRUCTURE));
  }

  private static byte[] behindLength(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(first.length);
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "distances",
            size ->
                Growing.repeated(
                    behindLength(STRUCTURE, Growing.bytes(0x40, 0, 1, 0x12)),
                    Growing.bytes(0x55),
                    size),
        "padding", size -> Growing.repeated(seeds().get(0), new byte[1], size));
  }
}
