package io.webrtc4j;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends telephone tones in a sender's audio (W3C WebRTC §7.2, RFC 4733).
 *
 * <p>May be used from any thread.
 */
public final class RTCDTMFSender {
  private static final int DEFAULT_DURATION_MILLIS = 100;
  private static final int MIN_DURATION_MILLIS = 40;
  private static final int DEFAULT_GAP_MILLIS = 70;
  private static final int MIN_GAP_MILLIS = 30;
  private static final int MAX_MILLIS = 6000;
  private static final int PAUSE_MILLIS = 2000;
  private static final char PAUSE = ',';
  private static final Pattern UNRECOGNIZED = Pattern.compile("[^0-9A-Da-d#*,]");

  private final DtmfLine line;
  private final Listeners<RTCDTMFToneChangeEvent> toneChange = new Listeners<>();
  private String toneBuffer = "";
  private int durationMillis = DEFAULT_DURATION_MILLIS;
  private int gapMillis = DEFAULT_GAP_MILLIS;
  private boolean scheduled;

  RTCDTMFSender(DtmfLine line) {
    this.line = line;
  }

  /**
   * Whether tones can be sent: the connection is connected, the transceiver sends a track of audio,
   * and {@code telephone-event} was negotiated.
   */
  public boolean canInsertDTMF() {
    return line.canInsertDTMF();
  }

  /** The tones that remain to be played. */
  public synchronized String toneBuffer() {
    return toneBuffer;
  }

  /** Plays tones of 100 ms, 70 ms apart. See {@link #insertDTMF(String, long, long)}. */
  public void insertDTMF(String tones) {
    insertDTMF(tones, DEFAULT_DURATION_MILLIS);
  }

  /** Plays tones, 70 ms apart. See {@link #insertDTMF(String, long, long)}. */
  public void insertDTMF(String tones, long duration) {
    insertDTMF(tones, duration, DEFAULT_GAP_MILLIS);
  }

  /**
   * Plays tones in place of those that remain. An empty string lets the present one be the last.
   *
   * @param tones digits, {@code A} to {@code D} in either case, {@code #}, {@code *}, and {@code ,}
   *     for a pause of two seconds
   * @param duration how long each is played, in milliseconds; taken as 40 or 6000 if it is beyond
   * @param interToneGap the time between two, in milliseconds; taken as 30 or 6000 if it is beyond
   * @throws RTCException {@code InvalidStateError} if tones cannot be sent, {@code
   *     InvalidCharacterError} if one is unknown
   */
  public void insertDTMF(String tones, long duration, long interToneGap) {
    if (!canInsertDTMF()) {
      throw RTCException.invalidState("tones cannot be sent now: ask canInsertDTMF() first");
    }
    Matcher unrecognized = UNRECOGNIZED.matcher(tones);
    if (unrecognized.find()) {
      throw RTCException.invalidCharacter(
          "there is no tone \"" + unrecognized.group() + "\": use 0-9, A-D, #, * and ','");
    }
    if (begin(tones.toUpperCase(Locale.ROOT), duration, interToneGap)) {
      line.after(0, this::playNext);
    }
  }

  /** A tone begins, or all have been played. */
  public ListenerRegistration onToneChange(Consumer<RTCDTMFToneChangeEvent> listener) {
    return toneChange.add(listener);
  }

  /** Whether the task is to be scheduled that plays the tones. */
  private synchronized boolean begin(String tones, long duration, long interToneGap) {
    toneBuffer = tones;
    durationMillis = clamp(duration, MIN_DURATION_MILLIS);
    gapMillis = clamp(interToneGap, MIN_GAP_MILLIS);
    if (tones.isEmpty() || scheduled) {
      return false;
    }
    scheduled = true;
    return true;
  }

  private static int clamp(long millis, int min) {
    return (int) Math.max(min, Math.min(MAX_MILLIS, millis));
  }

  /** The "DTMF playout task steps". */
  private void playNext() {
    boolean possible = canInsertDTMF();
    String tone;
    int duration;
    int untilNext;
    synchronized (this) {
      scheduled = possible && !toneBuffer.isEmpty();
      tone = scheduled ? toneBuffer.substring(0, 1) : "";
      toneBuffer = toneBuffer.substring(tone.length());
      duration = durationMillis;
      untilNext = tone.equals(String.valueOf(PAUSE)) ? PAUSE_MILLIS : duration + gapMillis;
    }
    if (!possible) {
      return;
    }
    if (!tone.isEmpty()) {
      if (tone.charAt(0) != PAUSE) {
        line.play(tone.charAt(0), duration);
      }
      line.after(untilNext, this::playNext);
    }
    toneChange.fire(new RTCDTMFToneChangeEvent(tone));
  }
}
