package io.webrtc4j.benchmarks;

import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.sdp.SessionDescription;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A session description of 10 KB, from its bytes to the model and back. What it is compared with
 * goes the same way between bytes and mere lines of text, without understanding any.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SdpBenchmark {
  private static final String LINE_ENDING = "\r\n";

  private final byte[] bytes = Offers.tenKilobytes().getBytes(StandardCharsets.UTF_8);
  private final String[] lines = decodeAndSplit();
  private final SessionDescription description = parsed();

  /** Bytes to model. */
  @Benchmark
  @ComparedWith("decodeAndSplit")
  public SessionDescription parse() throws SdpParseException {
    return SessionDescription.parse(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Model to bytes. */
  @Benchmark
  @ComparedWith("joinAndEncode")
  public byte[] write() {
    return description.write().getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes to lines. */
  @Benchmark
  public String[] decodeAndSplit() {
    return new String(bytes, StandardCharsets.UTF_8).split(LINE_ENDING, -1);
  }

  /** Lines to bytes. */
  @Benchmark
  public byte[] joinAndEncode() {
    return String.join(LINE_ENDING, lines).getBytes(StandardCharsets.UTF_8);
  }

  private SessionDescription parsed() {
    try {
      return parse();
    } catch (SdpParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
