package io.webrtc4j.interop.matrix;

import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.process.ChildProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stack that comes as a program of ours, which tells what happens in lines. */
final class ProgramStack implements Stack {
  private static final String OPEN = "open after ";
  private static final String SERVING = "serving on ";

  private final String name;
  private final List<String> command;
  private final List<ChildProcess> running = new ArrayList<>();

  ProgramStack(String name, List<String> command) {
    this.name = name;
    this.command = command;
  }

  @Override
  public Offers offers(URI server, int connections) {
    ChildProcess offers = start("offer", server.toString(), String.valueOf(connections));
    return new Offers() {
      @Override
      public void awaitLast() {
        Waiting.await(offers.line("staying"), name + " to make its connections", offers::output);
      }

      @Override
      public List<Double> awaitEnd() {
        int status = offers.exit(Waiting.LIMIT);
        if (status != 0) {
          throw new AssertionError(offers.output());
        }
        return offers
            .output()
            .lines()
            .filter(line -> line.startsWith(OPEN))
            .map(this::time)
            .toList();
      }

      private Double time(String line) {
        return Double.valueOf(line.substring(OPEN.length(), line.lastIndexOf(' ')));
      }
    };
  }

  @Override
  public URI serve() {
    ChildProcess server = start("serve");
    String line = Waiting.await(server.line(SERVING), SERVING, server::output);
    return URI.create(line.substring(SERVING.length()));
  }

  @Override
  public void awaitEndOfServed(int connections) {
    for (int i = 1; i <= connections; i++) {
      String closed = "connection " + i + " closed";
      ChildProcess server = running.get(running.size() - 1);
      Waiting.await(server.line(closed), closed, server::output);
    }
  }

  @Override
  public String output() {
    return running.stream().map(ChildProcess::output).reduce("", String::concat);
  }

  @Override
  public void close() {
    running.forEach(ChildProcess::close);
  }

  private ChildProcess start(String... arguments) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    ChildProcess started = ChildProcess.start(name, whole, Map.of());
    running.add(started);
    return started;
  }
}
