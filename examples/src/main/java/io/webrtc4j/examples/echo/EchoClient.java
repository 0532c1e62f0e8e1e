package io.webrtc4j.examples.echo;

import io.webrtc4j.PeerSettings;
import io.webrtc4j.examples.echo.EchoDialogue.StepFailedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
  private static final double NANOS_PER_MILLI = 1e6;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "URL",
      description = "Where the server takes offers, such as http://127.0.0.1:8080/offer")
  private @Nullable URI server;

  @Option(
      names = "--times",
      defaultValue = "1",
      description = "How many connections to make, one after the other.")
  private int times;

  @Option(
      names = "--thorough",
      description =
          "Send empty and largest messages too, and open and close a second channel on each"
              + " connection.")
  private boolean thorough;

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
    HttpClient http = HttpClient.newHttpClient();
    for (int i = 1; i <= times; i++) {
      try {
        Duration open = connectOnce(http, uri);
        commandLine
            .getOut()
            .printf(
                Locale.ROOT,
                "Open after %.1f ms, and all messages came back equal.%n",
                open.toNanos() / NANOS_PER_MILLI);
      } catch (StepFailedException e) {
        String which = times == 1 ? "" : "Connection " + i + " of " + times + ": ";
        commandLine.getErr().println(which + e.getMessage());
        return 1;
      }
    }
    return 0;
  }

  private Duration connectOnce(HttpClient http, URI uri) throws StepFailedException {
    try (EchoDialogue dialogue = new EchoDialogue(http, uri, settingsFor(uri))) {
      Duration open = dialogue.connect();
      dialogue.exchange();
      if (thorough) {
        dialogue.exchangeMore();
      }
      return open;
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
