package io.webrtc4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Calls each benchmark once, in this process, so that none stops working unnoticed. */
class BenchmarksTest {
  private static Collection<RunResult> results;

  @BeforeAll
  static void runEachOnce() throws RunnerException {
    System.setProperty("jmh.ignoreLock", "true"); // Numbers don't matter here.
    results =
        new Runner(
                new OptionsBuilder()
                    .forks(0)
                    .mode(Mode.SingleShotTime)
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
  }

  @Test
  void eachBenchmarkRuns() {
    assertThat(results)
        .extracting(result -> result.getParams().getBenchmark())
        .contains(
            "io.webrtc4j.benchmarks.SdpBenchmark.parse",
            "io.webrtc4j.benchmarks.SdpBenchmark.write",
            "io.webrtc4j.benchmarks.SrtpBenchmark.protect",
            "io.webrtc4j.benchmarks.SrtpBenchmark.unprotect");
    assertThat(results)
        .allSatisfy(result -> assertThat(result.getPrimaryResult().getScore()).isPositive());
  }

  @Test
  void whatIsComparedStandsBesideTheOther() {
    assertThat(Comparisons.of(results))
        .containsPattern(
            "SdpBenchmark\\.parse \\d+\\.\\d\\d us/op, \\d+\\.\\d\\d times SdpBenchmark.decodeAndSplit")
        .containsPattern("SdpBenchmark\\.write .* times SdpBenchmark.joinAndEncode")
        .containsPattern("protect AEAD_AES_256_GCM 160 .* times SrtpBenchmark.jitsiProtect")
        .containsPattern("protect AEAD_AES_256_GCM 1200 .* times SrtpBenchmark.jceEncrypt");
  }

  @Test
  void theOfferHasTenKilobytes() {
    assertThat(Offers.tenKilobytes().length()).isBetween(10_000, 10_500);
  }
}
