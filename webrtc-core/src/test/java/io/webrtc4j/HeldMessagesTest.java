package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class HeldMessagesTest {
  private final Queue<Runnable> submitted = new ArrayDeque<>();
  private final HeldMessages messages = new HeldMessages(submitted::add);
  private final List<String> seen = new ArrayList<>();

  @Test
  void messagesWaitForTheFirstListener() {
    messages.fire(new MessageEvent("a"), 1);
    messages.add(message -> seen.add(message.text()));
    messages.fire(new MessageEvent("b"), 1);
    runSubmitted();
    assertThat(seen).containsExactly("a", "b");
  }

  @Test
  void aListenerThatIsRemovedAtOnceTakesNoMessagesWithIt() {
    messages.fire(new MessageEvent("a"), 1);
    messages.add(message -> seen.add("removed")).remove();
    runSubmitted();
    messages.add(message -> seen.add(message.text()));
    runSubmitted();
    assertThat(seen).containsExactly("a");
  }

  private void runSubmitted() {
    for (Runnable next = submitted.poll(); next != null; next = submitted.poll()) {
      next.run();
    }
  }
}
