package io.webrtc4j;

import io.webrtc4j.rtp.payload.TelephoneEvent;

/**
 * One telephone tone as events of RTP (RFC 4733 §2.5.1): one every 50 ms while it lasts, its end
 * three times. What lasts longer than an event can say goes on in another (§2.5.1.3).
 */
final class ToneSignal {
  private static final int STEP_MILLIS = 50;
  private static final int END_PACKETS = 3;
  private static final int MAX_EVENT_TICKS = 0xffff;
  private static final int VOLUME = 10;
  private static final long MICROS_PER_MILLI = 1000;

  private final Connection connection;
  private final OutgoingMedia media;
  private final CodecLine codec;
  private final int event;
  private final int durationMillis;

  ToneSignal(
      Connection connection, OutgoingMedia media, CodecLine codec, char tone, int durationMillis) {
    this.connection = connection;
    this.media = media;
    this.codec = codec;
    this.event = TelephoneEvent.dtmf(tone);
    this.durationMillis = durationMillis;
  }

  void play() {
    media.silence(true);
    step(0);
  }

  private void step(int sinceStart) {
    if (sinceStart < durationMillis) {
      send(Math.min(sinceStart + STEP_MILLIS, durationMillis), false, sinceStart == 0);
      connection.after(
          Math.min(STEP_MILLIS, durationMillis - sinceStart), () -> step(sinceStart + STEP_MILLIS));
    } else {
      for (int i = 0; i < END_PACKETS; i++) {
        send(durationMillis, true, false);
      }
      media.silence(false);
    }
  }

  private void send(int millis, boolean end, boolean first) {
    int clockRate = codec.rtp().clockRate();
    long ticks = MediaClock.ticks(millis * MICROS_PER_MILLI, clockRate);
    long before = (ticks - 1) / MAX_EVENT_TICKS * MAX_EVENT_TICKS; // In segments that are over.
    TelephoneEvent part = new TelephoneEvent(event, end, VOLUME, (int) (ticks - before));
    media.tone(codec, part.toByteArray(), before, first);
  }
}
