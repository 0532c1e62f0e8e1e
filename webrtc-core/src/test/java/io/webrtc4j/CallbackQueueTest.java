package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CallbackQueueTest {
  private final Queue<Runnable> submitted = new ArrayDeque<>();
  private final List<String> seen = new ArrayList<>();
  private final CallbackQueue queue =
      new CallbackQueue(submitted::add, (done, limitNanos) -> false);

  @Test
  void tasksRunInTheirOrderInOneSubmission() {
    queue.execute(() -> seen.add("a"));
    queue.execute(() -> seen.add("b"));
    assertThat(submitted).hasSize(1);
    runSubmitted();
    assertThat(seen).containsExactly("a", "b");
    assertThat(submitted).isEmpty();
  }

  @Test
  void anErrorInOneTaskDoesNotKeepTheOthersFromRunning() {
    queue.execute(
        () -> {
          throw new AssertionError("thrown by the test");
        });
    queue.execute(() -> seen.add("behind"));
    assertThatThrownBy(this::runSubmitted).isInstanceOf(AssertionError.class);
    runSubmitted();
    queue.execute(() -> seen.add("later"));
    runSubmitted();
    assertThat(seen).containsExactly("behind", "later");
    assertThat(queue.isRunningHere()).isFalse();
  }

  @Test
  void anExecutorThatWasShutDownHarmsNobody() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    executor.shutdown();
    CallbackQueue orphan = new CallbackQueue(executor, (done, limitNanos) -> false);
    orphan.execute(() -> seen.add("never"));
    orphan.execute(() -> seen.add("never"), 8 << 20);
    assertThat(orphan.hasRoom()).isTrue();
    assertThat(seen).isEmpty();
  }

  @Test
  void whatAFullExecutorRefusesRunsWithTheNextTask() {
    boolean[] full = {true};
    CallbackQueue patient =
        new CallbackQueue(
            task -> {
              if (full[0]) {
                throw new RejectedExecutionException("full, says the test");
              }
              task.run();
            },
            (done, limitNanos) -> false);
    patient.execute(() -> seen.add("refused"));
    full[0] = false;
    patient.execute(() -> seen.add("next"));
    assertThat(seen).containsExactly("refused", "next");
  }

  @Test
  void emptyMessagesFillTheBacklogToo() {
    int count = 0;
    while (queue.hasRoom() && count < 1_000_000) {
      queue.execute(() -> {}, 0);
      count++;
    }
    assertThat(count).isLessThan(100_000);
  }

  @Test
  void theDriverIsToldOnceWhenTheBacklogHasFallenToHalf() {
    queue.onDrained(() -> seen.add("drained"));
    while (queue.hasRoom()) {
      queue.execute(() -> {}, 64 << 10);
    }
    runSubmitted();
    assertThat(seen).containsExactly("drained");
    assertThat(queue.hasRoom()).isTrue();
  }

  private void runSubmitted() {
    Runnable next = submitted.poll();
    if (next != null) {
      next.run();
    }
  }
}
