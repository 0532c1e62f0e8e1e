package io.webrtc4j.examples.echo;

import io.webrtc4j.PeerSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries an echo server out: exits with 0 if it sends back what it gets. */
@Command(
    name = "echo-client",
    mixinStandardHelpOptions = true,
    description = {
      "Connects to an echo server, sends a text and a binary message, and exits with 0 if both",
      "come back equal within 20 seconds; otherwise with 1, naming the step that failed. The binary",
      "message has 100 KB, or as much as the server's answer allows if that is less."
    })
public final class EchoClient implements Callable<Integer> {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "URL",
      description = "Where the server takes offers, such as http://127.0.0.1:8080/offer")
  private @Nullable URI server;

  private EchoClient() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new EchoClient()).execute(arguments));
  }

  @Override
  public Integer call() {
    CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
    URI uri = Objects.requireNonNull(server);
    if (uri.getHost() == null || !SCHEMES.contains(String.valueOf(uri.getScheme()))) {
      throw new CommandLine.ParameterException(
          commandLine, "The URL must be like http://127.0.0.1:8080/offer, not " + uri + ".");
    }
    try (EchoDialogue dialogue = new EchoDialogue(uri, settingsFor(uri))) {
      dialogue.run();
      commandLine.getOut().println("The text and the binary message came back equal.");
      return 0;
    } catch (EchoDialogue.StepFailedException e) {
      commandLine.getErr().println(e.getMessage());
      return 1;
    }
  }

  /** With a server on this machine, loopback may be the only way there is. */
  private static PeerSettings settingsFor(URI server) {
    boolean loopback = false;
    try {
      loopback = InetAddress.getByName(server.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      // The request that follows fails by it, and says so.
    }
    return PeerSettings.builder().includeLoopback(loopback).build();
  }
}
