package io.webrtc4j.dtls.record;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;

/**
 * An alert (RFC 5246 §7.2).
 *
 * @param level {@link #WARNING} or {@link #FATAL}
 * @param description the number of an {@link AlertDescription}, or one not known here
 */
public record Alert(int level, int description) {
  /** Levels of an alert. */
  public static final int WARNING = 1;

  /** The sender has ended the connection. */
  public static final int FATAL = 2;

  /** A fatal alert. */
  public static Alert fatal(AlertDescription description) {
    return new Alert(FATAL, description.code());
  }

  /** A warning. */
  public static Alert warning(AlertDescription description) {
    return new Alert(WARNING, description.code());
  }

  /** Reads the content of a record. */
  public static Alert parse(byte[] content) throws DecodeException {
    ByteReader in = new ByteReader(content);
    Alert alert = new Alert(in.u8(), in.u8());
    if (in.hasRemaining() || (alert.level != WARNING && alert.level != FATAL)) {
      throw new DecodeException("not an alert");
    }
    return alert;
  }

  /** The content of a record. */
  public byte[] encode() {
    return new byte[] {(byte) level, (byte) description};
  }

  /** Whether the sender has ended the connection by an error. */
  public boolean isFatal() {
    return level == FATAL;
  }

  /** Whether the sender has ended the connection in order. */
  public boolean isCloseNotify() {
    return description == AlertDescription.CLOSE_NOTIFY.code();
  }

  @Override
  public String toString() {
    return AlertDescription.nameOf(description);
  }
}
