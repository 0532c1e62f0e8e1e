package io.webrtc4j.examples.demo;

import io.webrtc4j.signaling.PortInUseException;
import io.webrtc4j.signaling.ServerStartException;
import io.webrtc4j.signaling.SignalingServer;
import io.webrtc4j.signaling.SignalingServerBuilder;
import io.webrtc4j.signaling.StaticContent;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demo: page, signalling and peer in one program. */
public final class Demo implements AutoCloseable {
  /** Pages that may be open at a time, and one more for the JVM. */
  private static final int MAX_MEMBERS = 257;

  private final SignalingServer server;
  private final JvmMember member;

  /**
   * Starts it.
   *
   * @param host the name or address to listen at
   * @param port the TCP port, 0 for any free one
   * @throws ServerStartException if the port is taken, or listening fails for another reason
   * @throws IllegalArgumentException if there is no such port
   */
  public Demo(String host, int port) {
    this(host, port, line -> {});
  }

  /**
   * Starts it.
   *
   * @param told hears a line for people about each file that a page sends
   */
  Demo(String host, int port, Consumer<String> told) {
    SignalingServerBuilder builder =
        SignalingServer.builder()
            .host(host)
            .port(port)
            .maxMembersPerRoom(MAX_MEMBERS)
            .staticContent("/", StaticContent.resources(Demo.class, "www"));
    server = builder.build().start();
    member = new JvmMember(signalingUri(), told);
  }

  /** Where the page is. */
  public URI uri() {
    return URI.create(server.uri().toString().replace("ws://", "http://")).resolve("/");
  }

  /** Closes all connections, then the server. */
  @Override
  public void close() {
    member.close();
    server.close();
  }

  /** The address rather than the name, for the name may stand for all interfaces. */
  private URI signalingUri() {
    String path = server.uri().getPath();
    String host = server.address().getAddress().getHostAddress();
    if (server.address().getAddress().isAnyLocalAddress()) {
      host = "127.0.0.1";
    }
    return URI.create(
        "ws://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + server.address().getPort()
            + path);
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Program()).execute(arguments));
  }

  @Command(
      name = "demo",
      mixinStandardHelpOptions = true,
      description = {
        "Serves a page that connects to this JVM over a data channel: open it in a browser.",
        "Ends with Ctrl-C."
      })
  private static final class Program implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--port",
        defaultValue = "8080",
        description = "The TCP port, 0 for any free one; ${DEFAULT-VALUE} by default.")
    private int port;

    @Option(
        names = "--host",
        defaultValue = "localhost",
        description =
            "The name or address to listen at, 0.0.0.0 for all interfaces; ${DEFAULT-VALUE} by"
                + " default.")
    private String host = "";

    @Override
    public Integer call() throws InterruptedException {
      CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
      PrintWriter out = commandLine.getOut();
      try (Demo demo = new Demo(host, port, out::println)) {
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
        out.println("Open " + demo.uri() + " in a browser. Ctrl-C ends the demo.");
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
      } catch (ServerStartException e) {
        commandLine.getErr().println(e.getMessage());
        if (e instanceof PortInUseException) {
          commandLine.getErr().println("For example: examples/demo --port 8081");
        }
        return CommandLine.ExitCode.SOFTWARE;
      } catch (IllegalArgumentException e) {
        throw new CommandLine.ParameterException(commandLine, String.valueOf(e.getMessage()), e);
      }
    }
  }
}
