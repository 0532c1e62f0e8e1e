package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;

/**
 * A named event such as a key of a telephone (RFC 4733 §2.3). While it lasts it is sent again and
 * again, with the timestamp of its beginning and a growing duration.
 *
 * @param event 0 to 255; of DTMF 0 to 9 are the digits, 10 is {@code *}, 11 is {@code #}, 12 to 15
 *     are A to D (§3.2)
 * @param end whether it has ended
 * @param volume of the tone, as dBm0 without the minus: 0 to 63
 * @param duration so far, in ticks of the RTP timestamp, 0 to 65535
 */
public record TelephoneEvent(int event, boolean end, int volume, int duration) {
  /** Bytes of an event. */
  public static final int LENGTH = 4;

  private static final int MAX_EVENT = 0xff;
  private static final int MAX_VOLUME = 0x3f;
  private static final int MAX_DURATION = 0xffff;
  private static final int END_BIT = 0x80;
  private static final String DTMF = "0123456789*#ABCD";

  /** The ranges are checked. */
  public TelephoneEvent {
    if (event < 0 || event > MAX_EVENT) {
      throw new IllegalArgumentException("an event is 0 to 255, not " + event);
    }
    if (volume < 0 || volume > MAX_VOLUME) {
      throw new IllegalArgumentException("a volume is 0 to 63, not " + volume);
    }
    if (duration < 0 || duration > MAX_DURATION) {
      throw new IllegalArgumentException("a duration is 0 to 65535, not " + duration);
    }
  }

  /**
   * The event of a key.
   *
   * @param key a digit, {@code *}, {@code #}, or A to D
   * @throws IllegalArgumentException if it is none of these
   */
  public static int dtmf(char key) {
    int event = DTMF.indexOf(Character.toUpperCase(key));
    if (event < 0) {
      throw new IllegalArgumentException("the keys are 0 to 9, *, # and A to D, not " + key);
    }
    return event;
  }

  /** Reads an event, and nothing behind it. */
  public static TelephoneEvent parse(ByteReader reader) throws DecodeException {
    int event = reader.u8();
    int flags = reader.u8();
    return new TelephoneEvent(event, (flags & END_BIT) != 0, flags & MAX_VOLUME, reader.u16());
  }

  /** Writes it behind the content of {@code out}. */
  public void write(PacketBuffer out) {
    ByteWriter.into(out).u8(event).u8((end ? END_BIT : 0) | volume).u16(duration);
  }

  /** The bytes of it alone. */
  public byte[] toByteArray() {
    PacketBuffer out = PacketBuffer.allocate(LENGTH, 0);
    write(out);
    return out.toByteArray();
  }

  /** Events stand one behind the other. */
  static void check(byte[] array, int start, int end) throws DecodeException {
    if ((end - start) % LENGTH != 0) {
      throw new DecodeException("telephone events in " + (end - start) + " bytes");
    }
  }
}
