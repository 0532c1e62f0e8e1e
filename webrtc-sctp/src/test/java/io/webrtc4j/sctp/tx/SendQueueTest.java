package io.webrtc4j.sctp.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SendQueueTest {
  private final SendQueue queue = new SendQueue();

  private void add(int stream, int length) {
    queue.add(new OutboundMessage(stream, 53, false, new byte[length], true, SendLimits.NONE));
  }

  private int takeAll() {
    OutboundMessage message = queue.peek();
    queue.take(message, message.remaining());
    return message.streamId();
  }

  @Test
  void streamsTakeTurnsMessageByMessage() {
    add(1, 10);
    add(1, 10);
    add(1, 10);
    add(2, 10);
    add(3, 10);
    add(2, 10);
    int[] order = new int[6];
    for (int i = 0; i < order.length; i++) {
      order[i] = takeAll();
    }
    assertThat(order).containsExactly(1, 2, 3, 1, 2, 1);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void aMessageThatWasBegunIsFinishedFirst() {
    add(1, 100);
    OutboundMessage message = queue.peek();
    queue.take(message, 40);
    add(2, 10);
    assertThat(queue.peek()).isSameAs(message);
    assertThat(queue.isIdle(1)).isFalse();
    assertThat(queue.bufferedAmount(1)).isEqualTo(60);
    queue.take(message, 60);
    assertThat(queue.isIdle(1)).isTrue();
    assertThat(takeAll()).isEqualTo(2);
  }

  @Test
  void orderedMessagesCountAndUnorderedOnesDoNot() {
    for (int i = 0; i < 3; i++) {
      OutboundMessage ordered =
          new OutboundMessage(1, 53, false, new byte[1], true, SendLimits.NONE);
      queue.add(ordered);
      queue.take(ordered, 1);
      assertThat(ordered.ssn()).isEqualTo(i);
      OutboundMessage unordered =
          new OutboundMessage(1, 53, true, new byte[1], true, SendLimits.NONE);
      queue.add(unordered);
      queue.take(unordered, 1);
      assertThat(unordered.ssn()).isZero();
    }
  }

  @Test
  void aPausedStreamWaitsAndBeginsAgainWithZero() {
    add(1, 10);
    takeAll();
    queue.pause(1);
    add(1, 10);
    assertThat(queue.peek()).isNull();
    assertThat(queue.isEmpty()).isFalse();
    queue.resume(1, true);
    OutboundMessage message = queue.peek();
    queue.take(message, 10);
    assertThat(message.ssn()).isZero();
  }

  @Test
  void aResetThatFailedGoesOnCounting() {
    add(1, 10);
    takeAll();
    queue.pause(1);
    queue.resume(1, false);
    add(1, 10);
    OutboundMessage message = queue.peek();
    queue.take(message, 10);
    assertThat(message.ssn()).isEqualTo(1);
  }

  @Test
  void discardingKeepsWhatMustFollow() {
    add(1, 100);
    add(1, 100);
    OutboundMessage begun = queue.peek();
    queue.take(begun, 40);
    queue.discard(1);
    assertThat(queue.bufferedAmount(1)).isZero();
    queue.take(begun, 60);
    assertThat(queue.bufferedAmount(1)).isZero();
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void theAmountBecomesLowOnceForEachTimeItWasHigh() {
    queue.lowThreshold(1, 15);
    add(1, 10);
    takeAll();
    assertThat(queue.pollBecameLow()).isEqualTo(-1);
    add(1, 10);
    add(1, 10);
    takeAll();
    assertThat(queue.pollBecameLow()).isEqualTo(1);
    takeAll();
    assertThat(queue.pollBecameLow()).isEqualTo(-1);
  }

  @Test
  void thereAreNoEmptyMessages() {
    assertThatThrownBy(() -> new OutboundMessage(1, 53, false, new byte[0], true, SendLimits.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
