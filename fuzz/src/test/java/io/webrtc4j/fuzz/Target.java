package io.webrtc4j.fuzz;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** One parser or engine that takes any bytes. Safe to be used by one thread at a time. */
public interface Target {
  /** Bytes allocated for each byte of input at most. */
  long ALLOCATION_FACTOR = 64;

  /** Its name on the command line and in folders. */
  String name();

  /** The exception that says of an input that it is not well-formed. */
  Class<? extends Exception> declared();

  /**
   * Takes {@code input}, which must stay as it is.
   *
   * @throws Exception of the declared class, if the input is not well-formed; of any other, if it
   *     found a defect
   */
  void accept(byte[] input) throws Exception;

  /** Inputs that mean something, for the fuzzer to begin with. */
  List<byte[]> seeds();

  /** Inputs of any size, by what grows in them; each makes one of about as many bytes as asked. */
  Map<String, IntFunction<byte[]>> growing();

  /**
   * Bytes that may be allocated for {@code input}, beside what the target takes to be set up. The
   * smallest elements, such as an attribute of four bytes, become an object in a list.
   */
  default long allocationLimit(byte[] input) {
    return ALLOCATION_FACTOR * input.length;
  }
}
