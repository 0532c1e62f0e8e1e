package io.webrtc4j.benchmarks;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * SRTP on packets like those of audio and of video, beside jitsi-srtp and the bare ciphers. No
 * packet comes twice, since that would be a replay: each call has packets that were made before the
 * clock started.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SrtpBenchmark {

  /** Packets in the clear. */
  @State(Scope.Thread)
  public static class Plain {
    /** Makes them. */
    @Setup(Level.Invocation)
    public void make(SrtpStream stream) {
      stream.makePackets();
    }
  }

  /** Packets that we have protected. */
  @State(Scope.Thread)
  public static class Protected {
    /** Makes them. */
    @Setup(Level.Invocation)
    public void make(SrtpStream stream) {
      stream.makePackets();
      stream.protect();
    }
  }

  /** Packets that jitsi-srtp has protected. */
  @State(Scope.Thread)
  public static class JitsiProtected {
    /** Makes them. */
    @Setup(Level.Invocation)
    public void make(SrtpStream stream) {
      stream.makePackets();
      stream.jitsiProtect();
    }
  }

  /** Packets that are encrypted. */
  @State(Scope.Thread)
  public static class Encrypted {
    /** Makes them. */
    @Setup(Level.Invocation)
    public void make(SrtpStream stream) throws GeneralSecurityException {
      stream.makePackets();
      stream.encrypt();
    }
  }

  /** Plain to protected. */
  @Benchmark
  @OperationsPerInvocation(SrtpStream.PACKETS)
  @ComparedWith({"jitsiProtect", "jceEncrypt"})
  public void protect(SrtpStream stream, Plain packets) {
    stream.protect();
  }

  /** Protected to plain. */
  @Benchmark
  @OperationsPerInvocation(SrtpStream.PACKETS)
  @ComparedWith({"jitsiUnprotect", "jceDecrypt"})
  public void unprotect(SrtpStream stream, Protected packets) {
    stream.unprotect();
  }

  /** Plain to protected, by jitsi-srtp. */
  @Benchmark
  @OperationsPerInvocation(SrtpStream.PACKETS)
  public void jitsiProtect(SrtpStream stream, Plain packets) {
    stream.jitsiProtect();
  }

  /** Protected to plain, by jitsi-srtp. */
  @Benchmark
  @OperationsPerInvocation(SrtpStream.PACKETS)
  public void jitsiUnprotect(SrtpStream stream, JitsiProtected packets) {
    stream.jitsiUnprotect();
  }

  /** Plain to encrypted, by the ciphers alone. */
  @Benchmark
  @OperationsPerInvocation(SrtpStream.PACKETS)
  public void jceEncrypt(SrtpStream stream, Plain packets) throws GeneralSecurityException {
    stream.encrypt();
  }

  /** Encrypted to plain, by the ciphers alone. */
  @Benchmark
  @OperationsPerInvocation(SrtpStream.PACKETS)
  public void jceDecrypt(SrtpStream stream, Encrypted packets) throws GeneralSecurityException {
    stream.decrypt();
  }
}
