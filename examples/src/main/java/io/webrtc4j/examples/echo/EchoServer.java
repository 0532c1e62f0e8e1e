package io.webrtc4j.examples.echo;

import com.sun.net.httpserver.HttpServer;
import io.webrtc4j.PeerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An HTTP server whose connections send every message and every track back. */
public final class EchoServer implements AutoCloseable {
  private final EchoConnections connections;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * Starts a server.
   *
   * @param address where it listens; on a loopback address its peers have loopback candidates too
   * @param told hears a line for people whenever a connection comes, changes or goes; the last of a
   *     connection begins with {@code Connection 1: over} and tells how many are open still
   * @throws IOException if it can't listen there
   */
  public EchoServer(InetSocketAddress address, Consumer<String> told) throws IOException {
    if (address.isUnresolved()) {
      throw new IOException("the host " + address.getHostString() + " is not known");
    }
    boolean loopback = address.getAddress().isLoopbackAddress();
    PeerSettings settings = PeerSettings.builder().includeLoopback(loopback).build();
    connections = new EchoConnections(settings, told);
    http = HttpServer.create(address, 0);
    http.createContext("/", new OfferHandler(connections));
    http.setExecutor(threads);
    http.start();
  }

  /** Where offers are posted to. */
  public URI uri() {
    InetSocketAddress address = http.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + address.getPort()
            + OfferHandler.PATH);
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() {
    http.stop(0);
    connections.close();
    threads.shutdown();
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Program()).execute(arguments));
  }

  @Command(
      name = "echo-server",
      mixinStandardHelpOptions = true,
      description = {
        "Sends every data channel message back, and all audio and video.",
        "Offers are taken by POST /offer."
      })
  private static final class Program implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--port",
        required = true,
        description = "The TCP port to listen on; 0 for any free one.")
    private int port;

    @Option(
        names = "--host",
        defaultValue = "127.0.0.1",
        description = "The address to listen on; ${DEFAULT-VALUE} by default.")
    private String host = "";

    @Override
    public Integer call() throws InterruptedException {
      if (port < 0 || port > 65_535) {
        throw new CommandLine.ParameterException(
            commandLine(), "A port is a number from 0 to 65535, not " + port + ".");
      }
      PrintWriter out = commandLine().getOut();
      try (EchoServer server = new EchoServer(new InetSocketAddress(host, port), out::println)) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        out.println("Echo server on " + server.uri());
        new CountDownLatch(1).await();
        return 0;
      } catch (IOException e) {
        commandLine()
            .getErr()
            .println("Can't listen on " + host + " port " + port + ": " + e.getMessage());
        return 1;
      }
    }

    private CommandLine commandLine() {
      return Objects.requireNonNull(spec).commandLine();
    }
  }
}
