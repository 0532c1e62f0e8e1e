package io.webrtc4j.examples.signaling;

import io.webrtc4j.signaling.ServerStartException;
import io.webrtc4j.signaling.SignalingServer;
import io.webrtc4j.signaling.SignalingServerBuilder;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a {@link SignalingServer} until it is interrupted. */
@Command(
    name = "signaling-server",
    mixinStandardHelpOptions = true,
    description = {
      "A WebSocket signalling server: clients join rooms, and it carries offers, answers and",
      "candidates between a room's members. Ends with Ctrl-C."
    })
public final class SignalingServerMain implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--host",
      defaultValue = "localhost",
      description =
          "The name or address to listen at, 0.0.0.0 for all interfaces; ${DEFAULT-VALUE} by"
              + " default.")
  private String host = "";

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The TCP port, 0 for any free one; ${DEFAULT-VALUE} by default.")
  private int port;

  @Option(
      names = "--path",
      defaultValue = "/signal",
      description = "Where WebSockets connect; ${DEFAULT-VALUE} by default.")
  private String path = "";

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description =
          "An origin whose pages may connect, such as https://example.org, or * for any; may be"
              + " repeated. By default, pages from the server's own host and port.")
  private List<String> origins = List.of();

  @Option(
      names = "--max-rooms",
      defaultValue = "1000",
      description = "The most rooms at a time; ${DEFAULT-VALUE} by default.")
  private int maxRooms;

  @Option(
      names = "--max-members",
      defaultValue = "64",
      description = "The most members in one room; ${DEFAULT-VALUE} by default.")
  private int maxMembers;

  private SignalingServerMain() {}

  /** Exits with 1 if the server can't start, 2 if the options make no sense. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SignalingServerMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
    try (SignalingServer server = server(commandLine).start()) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      commandLine.getOut().println("Signalling server on " + server.uri());
      new CountDownLatch(1).await();
      return CommandLine.ExitCode.OK;
    } catch (ServerStartException e) {
      commandLine.getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private SignalingServer server(CommandLine commandLine) {
    try {
      SignalingServerBuilder builder =
          SignalingServer.builder()
              .host(host)
              .port(port)
              .path(path)
              .maxRooms(maxRooms)
              .maxMembersPerRoom(maxMembers);
      origins.forEach(builder::allowedOrigin);
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(commandLine, String.valueOf(e.getMessage()), e);
    }
  }
}
