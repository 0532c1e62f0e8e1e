package io.webrtc4j.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommandQueueTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final CommandQueue queue = new CommandQueue();

  @Test
  void commandsComeInTheirOrder() throws Exception {
    queue.add(IntNode.valueOf(1));
    queue.add(IntNode.valueOf(2));
    assertThat(queue.next("page", LONG)).isEqualTo(IntNode.valueOf(1));
    assertThat(queue.next("page", LONG)).isEqualTo(IntNode.valueOf(2));
    assertThat(queue.next("page", Duration.ZERO)).isNull();
  }

  @Test
  void aPageThatWaitsGetsWhatComes() throws Exception {
    CompletableFuture<JsonNode> waiting = nextInBackground("page");
    queue.add(IntNode.valueOf(1));
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(IntNode.valueOf(1));
  }

  @Test
  void aPageThatWasLoadedAgainTakesNothingFromItsSuccessor() throws Exception {
    assertThat(queue.next("first", Duration.ZERO)).isNull();
    assertThat(queue.next("second", Duration.ZERO)).isNull();
    queue.add(IntNode.valueOf(1));
    assertThat(queue.next("first", Duration.ZERO)).isNull();
    assertThat(queue.next("second", LONG)).isEqualTo(IntNode.valueOf(1));
  }

  private CompletableFuture<JsonNode> nextInBackground(String page) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return queue.next(page, LONG);
          } catch (InterruptedException e) {
            throw new CompletionException(e);
          }
        });
  }
}
