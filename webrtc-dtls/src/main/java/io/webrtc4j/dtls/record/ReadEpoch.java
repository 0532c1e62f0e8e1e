package io.webrtc4j.dtls.record;

import io.webrtc4j.dtls.crypto.RecordCipher;
import org.jspecify.annotations.Nullable;

/** One encrypted epoch of what we receive: its cipher and its replay window. */
final class ReadEpoch {
  private final RecordCipher cipher;
  private final ReplayWindow window = new ReplayWindow();
  private final byte[] additionalData = new byte[AdditionalData.LENGTH];
  private final RecordCounters counters;

  ReadEpoch(RecordCipher cipher, RecordCounters counters) {
    this.cipher = cipher;
    this.counters = counters;
  }

  /** The content of the record, or null if it is not authentic or came before; counted. */
  byte @Nullable [] open(RecordCursor record) {
    int overhead = cipher.explicitNonceLength() + cipher.tagLength();
    int length = record.bodyLength() - overhead;
    if (length < 0 || length > RecordLayer.MAX_CONTENT) {
      counters.malformed++;
      return null;
    }
    if (window.contains(record.sequence())) {
      counters.replayed++;
      return null;
    }
    long epochAndSequence = (long) record.epoch() << 48 | record.sequence();
    AdditionalData.fill(additionalData, epochAndSequence, record.type(), record.version(), length);
    byte @Nullable [] content =
        cipher.open(
            record.array(),
            record.bodyStart(),
            record.bodyLength(),
            epochAndSequence,
            additionalData);
    if (content == null) {
      counters.unauthentic++;
      return null;
    }
    window.add(record.sequence());
    return content;
  }
}
