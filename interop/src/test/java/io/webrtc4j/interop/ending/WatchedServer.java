package io.webrtc4j.interop.ending;

import io.webrtc4j.examples.echo.EchoServer;
import io.webrtc4j.interop.waiting.Happenings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An echo server with a client of its own, and what it said of it. */
final class WatchedServer implements AutoCloseable {
  /** For a client's program to start on a busy machine and connect. */
  private static final Duration START = Duration.ofSeconds(40);

  private final Happenings<String> said = new Happenings<>();
  private final Queue<String> all = new ConcurrentLinkedQueue<>();
  private final EchoServer server;

  WatchedServer() throws IOException {
    server =
        new EchoServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            line -> {
              all.add(line);
              said.add(line);
            });
  }

  URI uri() {
    return server.uri();
  }

  /** Waits until the connection of this number is there. */
  void awaitConnected(int connection) {
    await("Connection " + connection + ": connected", START);
  }

  /** Waits until the connection of this number is over and freed, and returns what was said. */
  String awaitOver(int connection, Duration limit) {
    return await("Connection " + connection + ": over", limit);
  }

  @Override
  public void close() {
    server.close();
  }

  private String await(String beginning, Duration limit) {
    CompletableFuture<String> line = said.next(candidate -> candidate.startsWith(beginning));
    try {
      return line.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "Waited " + limit + " for: " + beginning + "\n" + String.join("\n", all), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
