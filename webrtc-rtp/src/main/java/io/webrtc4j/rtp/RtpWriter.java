package io.webrtc4j.rtp;

import io.webrtc4j.common.PacketBuffer;
import java.util.Objects;

/**
 * Builds RTP packets behind the content of buffers, one packet after the other: {@link #begin},
 * then contributing sources, then header extensions, then {@link #endHeader}, after which the
 * caller appends the payload to the buffer, and {@link #padding} at last. Not thread-safe.
 *
 * <p>Another order is a programming error ({@link IllegalStateException}), as is a buffer without
 * room ({@link IndexOutOfBoundsException}).
 */
public final class RtpWriter {
  private static final int MAX_PADDING = 255;
  private static final int MAX_NUMBER_LENGTH = 8;

  private enum Stage {
    SOURCES,
    EXTENSIONS,
    PAYLOAD
  }

  private PacketBuffer packet = PacketBuffer.allocate(0, 0);
  private int start;
  private int extensionAt;
  private ExtensionForm form = ExtensionForm.ONE_BYTE;
  private Stage stage = Stage.PAYLOAD;

  /** A writer that has begun no packet yet. */
  public RtpWriter() {}

  /**
   * Begins a packet at the end of {@code buffer}.
   *
   * @param payloadType 0 to 127
   * @param sequenceNumber of which the low 16 bits count
   * @param timestamp of which the low 32 bits count
   * @param ssrc of which the low 32 bits count
   */
  public RtpWriter begin(
      PacketBuffer buffer,
      boolean marker,
      int payloadType,
      int sequenceNumber,
      long timestamp,
      long ssrc) {
    Objects.checkIndex(payloadType, RtpHeader.PAYLOAD_TYPE_MASK + 1);
    packet = buffer;
    start = buffer.end();
    buffer.append(RtpHeader.FIXED_LENGTH);
    byte[] array = buffer.array();
    array[start] = (byte) (RtpHeader.VERSION << 6);
    array[start + 1] = (byte) ((marker ? RtpHeader.MARKER_BIT : 0) | payloadType);
    RtpHeader.put16(array, start + RtpHeader.SEQUENCE_NUMBER_AT, sequenceNumber);
    RtpHeader.put32(array, start + RtpHeader.TIMESTAMP_AT, timestamp);
    RtpHeader.put32(array, start + RtpHeader.SSRC_AT, ssrc);
    stage = Stage.SOURCES;
    return this;
  }

  /** Names a contributing source; up to fifteen. */
  public RtpWriter csrc(long csrc) {
    require(stage == Stage.SOURCES, "contributing sources come directly after begin");
    byte[] array = packet.array();
    require(
        (array[start] & RtpHeader.CSRC_COUNT_MASK) < RtpHeader.MAX_CSRCS,
        "fifteen contributing sources at most");
    int at = packet.end();
    packet.append(RtpHeader.CSRC_LENGTH);
    RtpHeader.put32(array, at, csrc);
    array[start]++;
    return this;
  }

  /** Begins the header extensions, of which there may be none. */
  public RtpWriter extensions(ExtensionForm form) {
    require(stage == Stage.SOURCES, "header extensions begin once, before the header's end");
    this.form = form;
    extensionAt = packet.end();
    packet.append(RtpHeader.EXTENSION_HEADER_LENGTH);
    RtpHeader.put16(packet.array(), extensionAt, form.profile());
    packet.array()[start] |= RtpHeader.EXTENSION_BIT;
    stage = Stage.EXTENSIONS;
    return this;
  }

  /**
   * Writes a header extension.
   *
   * @throws IllegalArgumentException if the form has no room for it; see {@link ExtensionForm#fits}
   */
  public RtpWriter extension(int id, byte[] source, int offset, int length) {
    beginElement(id, length);
    packet.put(source, offset, length);
    return this;
  }

  /**
   * Writes a number of {@code length} bytes, eight at most, as a header extension.
   *
   * @throws IllegalArgumentException as above
   */
  public RtpWriter extension(int id, long number, int length) {
    Objects.checkIndex(length, MAX_NUMBER_LENGTH + 1);
    beginElement(id, length);
    int at = packet.end();
    packet.append(length);
    for (int i = 0; i < length; i++) {
      packet.array()[at + i] = (byte) (number >>> (8 * (length - 1 - i)));
    }
    return this;
  }

  private void beginElement(int id, int length) {
    require(stage == Stage.EXTENSIONS, "header extensions are begun by extensions(form)");
    if (!form.fits(id, length)) {
      throw new IllegalArgumentException(
          form + " has no room for " + length + " bytes under the identifier " + id);
    }
    int at = packet.end();
    if (form == ExtensionForm.ONE_BYTE) {
      packet.append(1);
      packet.array()[at] = (byte) (id << 4 | (length - 1));
    } else {
      packet.append(2);
      packet.array()[at] = (byte) id;
      packet.array()[at + 1] = (byte) length;
    }
  }

  /** Ends the header; the payload comes next, which the caller appends to the buffer. */
  public void endHeader() {
    require(stage != Stage.PAYLOAD, "the header has ended");
    if (stage == Stage.EXTENSIONS) {
      endExtensions();
    }
    stage = Stage.PAYLOAD;
  }

  private void endExtensions() {
    int length = packet.end() - extensionAt - RtpHeader.EXTENSION_HEADER_LENGTH;
    for (; length % 4 != 0; length++) {
      packet.append(1);
      packet.array()[packet.end() - 1] = 0;
    }
    RtpHeader.put16(packet.array(), extensionAt + 2, length / 4);
  }

  /** Pads the packet with {@code count} bytes, 1 to 255, behind the payload; nothing follows. */
  public void padding(int count) {
    require(stage == Stage.PAYLOAD, "padding follows the payload");
    Objects.checkFromToIndex(1, count, MAX_PADDING);
    packet.array()[start] |= RtpHeader.PADDING_BIT;
    for (int i = 0; i < count; i++) {
      packet.append(1);
      packet.array()[packet.end() - 1] = 0;
    }
    packet.array()[packet.end() - 1] = (byte) count;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
