package io.webrtc4j.testkit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The commands that wait for the page. They go to the page that came last: one that was loaded
 * again or left may have asked before it went, and would take a command with it.
 */
final class CommandQueue {
  private final Queue<JsonNode> commands = new ArrayDeque<>();
  private final Set<String> pages = new HashSet<>();
  private String lastPage = "";

  synchronized void add(JsonNode command) {
    commands.add(command);
    notifyAll();
  }

  /** The next command for this page, or null if none comes for it in time. */
  synchronized @Nullable JsonNode next(String page, Duration limit) throws InterruptedException {
    if (pages.add(page)) {
      lastPage = page;
    }
    long end = System.nanoTime() + limit.toNanos();
    while (commands.isEmpty() || !page.equals(lastPage)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return null;
      }
      wait(left);
    }
    return commands.remove();
  }
}
