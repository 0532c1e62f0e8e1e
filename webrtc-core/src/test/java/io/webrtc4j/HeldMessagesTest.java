package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class HeldMessagesTest {
  private final Queue<Runnable> submitted = new ArrayDeque<>();
  private boolean wanted = true;
  private final HeldMessages messages = new HeldMessages(submitted::add, () -> wanted);
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

  @Test
  void whatIsNotWantedAnyMoreIsNotTold() {
    messages.fire(new MessageEvent("a"), 1);
    wanted = false;
    messages.add(message -> seen.add(message.text()));
    runSubmitted();
    assertThat(seen).isEmpty();
  }

  @Test
  void aListenerThatComesTooLateSeesNoGapInTheMiddle() {
    for (int i = 0; i <= 1024; i++) {
      messages.fire(new MessageEvent("early " + i), 1);
    }
    messages.add(message -> seen.add(message.text()));
    runSubmitted();
    messages.fire(new MessageEvent("b"), 1);
    messages.fire(new MessageEvent("c"), 1);
    assertThat(seen).containsExactly("b", "c");
  }

  @Test
  void largeMessagesAreHeldUpToAMebibyte() {
    messages.fire(new MessageEvent("large"), 1 << 20);
    messages.add(message -> seen.add(message.text())).remove();
    runSubmitted();
    messages.fire(new MessageEvent("one more"), 1);
    messages.add(message -> seen.add(message.text()));
    runSubmitted();
    assertThat(seen).isEmpty();
  }

  private void runSubmitted() {
    for (Runnable next = submitted.poll(); next != null; next = submitted.poll()) {
      next.run();
    }
  }
}
