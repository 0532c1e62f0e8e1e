package io.webrtc4j.examples.demo;

import io.webrtc4j.PeerReport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What the JVM says in the chat. */
final class ChatBot {
  private static final int MAX_ECHO_LENGTH = 2_000;
  private static final long MIB = 1 << 20;

  /** The first words. */
  String greeting() {
    return "Hello! I am "
        + javaVersion()
        + ". Everything you write reaches me over an encrypted data channel. Try “help”.";
  }

  /** The answer to {@code text}. */
  String answer(String text, PeerReport report) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "help", "?" ->
          """
          help – this list
          time – my clock
          memory – my heap
          threads – how many threads I run, for all connections together
          uptime – since when I run
          path – how we are connected
          java – what I am
          Anything else comes back as it is.""";
      case "time" ->
          ZonedDateTime.now(ZoneId.systemDefault())
              .format(
                  DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                      .withLocale(Locale.UK));
      case "memory" -> memory();
      case "threads" ->
          ManagementFactory.getThreadMXBean().getThreadCount()
              + " threads, whether there is one page or many.";
      case "uptime" -> uptime();
      case "path" -> path(report);
      case "java" -> javaVersion() + ".";
      case "hello", "hi", "hey" -> "Hello again!";
      case "thanks", "thank you" -> "You are welcome.";
      case "" -> "You sent nothing but spaces. They arrived safely.";
      default -> echo(text);
    };
  }

  /** Such as {@code OpenJDK 64-Bit Server VM 17.0.15 on Linux (amd64)}. */
  static String javaVersion() {
    return System.getProperty("java.vm.name")
        + " "
        + Runtime.version().version().stream()
            .map(String::valueOf)
            .reduce((a, b) -> a + "." + b)
            .orElse("")
        + " on "
        + System.getProperty("os.name")
        + " ("
        + System.getProperty("os.arch")
        + ")";
  }

  private static String memory() {
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    return used
        + " MiB of heap in use, "
        + runtime.totalMemory() / MIB
        + " MiB reserved, "
        + runtime.maxMemory() / MIB
        + " MiB allowed.";
  }

  private static String uptime() {
    Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    return "I have been running for "
        + up.toHours()
        + " h "
        + up.toMinutesPart()
        + " min "
        + up.toSecondsPart()
        + " s.";
  }

  private static String path(PeerReport report) {
    return "You are at "
        + report.remoteCandidate()
        + ", I am at "
        + report.localCandidate()
        + ". "
        + report.dtlsVersion()
        + " with "
        + report.cipherSuite()
        + ". So far "
        + report.datagramsSent()
        + " datagrams sent, "
        + report.datagramsReceived()
        + " received, "
        + report.datagramsDropped()
        + " dropped.";
  }

  private static String echo(String text) {
    String shown =
        text.length() <= MAX_ECHO_LENGTH ? text : text.substring(0, MAX_ECHO_LENGTH) + "…";
    return "You said: " + shown;
  }
}
