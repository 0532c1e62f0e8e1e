package io.webrtc4j.rtp;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The header extensions of one packet (RFC 8285), one after the other and in place: {@link #next}
 * moves to the next, {@link #find} to a certain one. An element that is longer than what is left
 * ends them, as does the identifier 15 of the one-byte form. Not thread-safe.
 *
 * <p>Accessors speak of the element that the last call of {@code next} or {@code find} returned
 * true for.
 */
public final class HeaderExtensions {
  private static final int RESERVED_ONE_BYTE_ID = 15;
  private static final int MAX_NUMBER_LENGTH = 8;

  private byte[] array = new byte[0];
  private @Nullable ExtensionForm form;
  private int begin;
  private int end;
  private int position;
  private int id;
  private int valueStart;
  private int length;

  HeaderExtensions() {}

  /** Without extensions. */
  void none() {
    over(array, null, 0, 0);
  }

  /** Over what stands behind the field "length" of the extension. */
  void over(byte[] array, @Nullable ExtensionForm form, int begin, int end) {
    this.array = array;
    this.form = form;
    this.begin = begin;
    this.end = end;
    restart();
  }

  /** The form that the packet uses, or null if it has no extensions of RFC 8285. */
  public @Nullable ExtensionForm form() {
    return form;
  }

  /** Goes back before the first. */
  public HeaderExtensions restart() {
    position = begin;
    length = 0;
    return this;
  }

  /** Moves to the next element; false if there is none. */
  public boolean next() {
    while (form != null && position < end) {
      boolean isElement = form == ExtensionForm.ONE_BYTE ? readOneByte() : readTwoByte();
      if (isElement) {
        return true;
      }
    }
    return false;
  }

  /** Moves to the first element with this identifier; false if there is none. */
  public boolean find(int wanted) {
    restart();
    while (next()) {
      if (id == wanted) {
        return true;
      }
    }
    return false;
  }

  /** False for padding, and for what ends the extensions. */
  private boolean readOneByte() {
    int head = array[position++];
    id = (head >> 4) & 0x0f;
    length = (head & 0x0f) + 1;
    if (head == 0) {
      return false;
    }
    if (id == RESERVED_ONE_BYTE_ID) {
      return ends();
    }
    return readValue() && id != 0;
  }

  private boolean readTwoByte() {
    id = array[position++] & 0xff;
    if (id == 0) {
      return false;
    }
    if (position == end) {
      return ends();
    }
    length = array[position++] & 0xff;
    return readValue();
  }

  private boolean readValue() {
    if (length > end - position) {
      return ends();
    }
    valueStart = position;
    position += length;
    return true;
  }

  private boolean ends() {
    position = end;
    return false;
  }

  /** The element's local identifier, to which an {@code extmap} gave a meaning. */
  public int id() {
    return id;
  }

  /** The array in which the value stands. */
  public byte[] array() {
    return array;
  }

  /** Index in {@link #array()} of the value's first byte. */
  public int start() {
    return valueStart;
  }

  /** The value's length in bytes. */
  public int length() {
    return length;
  }

  /** The value as a big-endian number without sign; of a longer value the first eight bytes. */
  public long number() {
    long number = 0;
    for (int i = 0; i < Math.min(length, MAX_NUMBER_LENGTH); i++) {
      number = number << 8 | (array[valueStart + i] & 0xff);
    }
    return number;
  }

  /** The value as text: the identifiers of RFC 9143 and RFC 8852 are ASCII. */
  public String text() {
    return new String(array, valueStart, length, StandardCharsets.US_ASCII);
  }
}
