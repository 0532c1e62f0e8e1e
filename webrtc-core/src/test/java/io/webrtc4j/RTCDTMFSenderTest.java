package io.webrtc4j;

import static io.webrtc4j.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C WebRTC §7.2. Each entry of the log is {@code time what}. */
class RTCDTMFSenderTest {
  private final VirtualLine line = new VirtualLine();
  private final RTCDTMFSender sender = new RTCDTMFSender(line);

  RTCDTMFSenderTest() {
    sender.onToneChange(event -> line.log("'" + event.tone() + "' " + sender.toneBuffer()));
  }

  @Test
  void tonesArePlayedOneAfterTheOtherWithTheDefaultTimes() {
    sender.insertDTMF("123");
    assertThat(sender.toneBuffer()).isEqualTo("123");
    line.run();
    assertThat(line.log)
        .containsExactly(
            "0 plays 1 for 100",
            "0 '1' 23",
            "170 plays 2 for 100",
            "170 '2' 3",
            "340 plays 3 for 100",
            "340 '3' ",
            "510 '' ");
  }

  @Test
  void aCommaIsAPauseOfTwoSeconds() {
    sender.insertDTMF("A,B", 200, 50);
    line.run();
    assertThat(line.log)
        .containsExactly(
            "0 plays A for 200",
            "0 'A' ,B",
            "250 ',' B",
            "2250 plays B for 200",
            "2250 'B' ",
            "2500 '' ");
  }

  @Test
  void durationAndGapAreKeptWithinTheirLimits() {
    sender.insertDTMF("1", 39, 29);
    line.run();
    sender.insertDTMF("2", 6001, 6001);
    line.run();
    sender.insertDTMF("3", 1L << 32, -1);
    line.run();
    assertThat(line.log)
        .containsExactly(
            "0 plays 1 for 40",
            "0 '1' ",
            "70 '' ",
            "70 plays 2 for 6000",
            "70 '2' ",
            "12070 '' ",
            "12070 plays 3 for 6000",
            "12070 '3' ",
            "18100 '' ");
  }

  @Test
  void smallLettersAreMadeCapitals() {
    sender.insertDTMF("0123456789abcdABCD#*,");
    assertThat(sender.toneBuffer()).isEqualTo("0123456789ABCDABCD#*,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123FFABC", "E", "# *", "\u0661", "1\n"})
  void anUnknownToneIsAnInvalidCharacterErrorAndChangesNothing(String tones) {
    sender.insertDTMF("12");
    assertError("InvalidCharacterError", () -> sender.insertDTMF(tones));
    assertThat(sender.toneBuffer()).isEqualTo("12");
  }

  @Test
  void whatCannotBeSentIsAnInvalidStateErrorBeforeTheTonesAreLookedAt() {
    line.possible = false;
    assertThat(sender.canInsertDTMF()).isFalse();
    assertError("InvalidStateError", () -> sender.insertDTMF(""));
    assertError("InvalidStateError", () -> sender.insertDTMF("?"));
  }

  @Test
  void nothingHappensForNoTones() {
    sender.insertDTMF("");
    line.run();
    assertThat(line.log).isEmpty();
  }

  @Test
  void newTonesReplaceThoseThatRemainAtTheTimeOfTheNext() {
    sender.insertDTMF("ABC");
    line.runUntil(180);
    sender.insertDTMF("12", 50, 30);
    sender.insertDTMF("34", 60, 40);
    line.run();
    assertThat(line.log)
        .containsExactly(
            "0 plays A for 100",
            "0 'A' BC",
            "170 plays B for 100",
            "170 'B' C",
            "340 plays 3 for 60",
            "340 '3' 4",
            "440 plays 4 for 60",
            "440 '4' ",
            "540 '' ");
  }

  @Test
  void anEmptyStringLetsThePresentToneBeTheLast() {
    sender.insertDTMF("ABC");
    line.runUntil(10);
    sender.insertDTMF("");
    line.run();
    assertThat(line.log).containsExactly("0 plays A for 100", "0 'A' BC", "170 '' ");
  }

  @Test
  void tonesCanBeAppendedInsideTheListener() {
    sender.onToneChange(
        event -> {
          if (event.tone().equals("1")) {
            sender.insertDTMF(sender.toneBuffer() + "2", 2000);
          }
        });
    sender.insertDTMF("1", 1000);
    line.run();
    assertThat(line.log)
        .containsExactly(
            "0 plays 1 for 1000", "0 '1' ", "1070 plays 2 for 2000", "1070 '2' ", "3140 '' ");
  }

  @Test
  void tonesCanBeginAnewInsideTheLastEvent() {
    sender.onToneChange(
        event -> {
          if (event.tone().isEmpty() && line.now < 1000) {
            sender.insertDTMF("9,");
          }
        });
    sender.insertDTMF("1");
    line.run();
    assertThat(line.log)
        .containsExactly(
            "0 plays 1 for 100",
            "0 '1' ",
            "170 '' ",
            "170 plays 9 for 100",
            "170 '9' ,",
            "340 ',' ",
            "2340 '' ");
  }

  @Test
  void onceTonesCannotBeSentAnyMoreNoEventFollowsUntilTheyAreInsertedAnew() {
    sender.insertDTMF("ABC");
    line.runUntil(100);
    line.possible = false;
    line.run();
    assertThat(line.log).containsExactly("0 plays A for 100", "0 'A' BC");
    line.possible = true;
    line.run();
    assertThat(line.log).hasSize(2);
    sender.insertDTMF("D");
    line.run();
    assertThat(line.log).endsWith("170 plays D for 100", "170 'D' ", "340 '' ");
  }

  /** Tasks in virtual milliseconds. */
  private static final class VirtualLine implements DtmfLine {
    private record Task(int time, int number, Runnable action) {}

    final List<String> log = new ArrayList<>();
    boolean possible = true;
    int now;

    private final PriorityQueue<Task> tasks =
        new PriorityQueue<>(Comparator.comparingInt(Task::time).thenComparingInt(Task::number));
    private int count;

    @Override
    public boolean canInsertDTMF() {
      return possible;
    }

    @Override
    public void play(char tone, int durationMillis) {
      log("plays " + tone + " for " + durationMillis);
    }

    @Override
    public void after(int millis, Runnable task) {
      tasks.add(new Task(now + millis, count++, task));
    }

    void log(String what) {
      log.add(now + " " + what);
    }

    void run() {
      runUntil(Integer.MAX_VALUE);
    }

    void runUntil(int time) {
      for (Task next = tasks.peek(); next != null && next.time() <= time; next = tasks.peek()) {
        tasks.remove();
        now = next.time();
        next.action().run();
      }
      if (time != Integer.MAX_VALUE) {
        now = time;
      }
    }
  }
}
