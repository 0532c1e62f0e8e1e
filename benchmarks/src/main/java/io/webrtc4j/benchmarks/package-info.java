/**
 * How fast the parts are, by JMH: a class for each part, and in it each benchmark that matters
 * names another to be {@linkplain io.webrtc4j.benchmarks.ComparedWith compared with}, so that a
 * number means something on any machine.
 *
 * <p>May use everything. Begin with {@link io.webrtc4j.benchmarks.SdpBenchmark}; {@code
 * benchmarks/run} runs them, and the ordinary tests call each once.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.benchmarks;
