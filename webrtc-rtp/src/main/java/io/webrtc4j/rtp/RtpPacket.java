package io.webrtc4j.rtp;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A view of one RTP packet (RFC 3550 §5.1) in the buffer where it lies, for one packet after the
 * other: {@link #over} moves it to the next. The setters rewrite fields in place, for who forwards
 * packets. Not thread-safe.
 *
 * <p>The view is good until the buffer's bytes change or move.
 */
public final class RtpPacket {
  private final HeaderExtensions extensions = new HeaderExtensions();
  private byte[] array = new byte[RtpHeader.FIXED_LENGTH];
  private int start;
  private int payloadStart = RtpHeader.FIXED_LENGTH;
  private int payloadEnd = RtpHeader.FIXED_LENGTH;
  private int paddingLength;

  /** A view of no packet yet. */
  public RtpPacket() {}

  /**
   * Moves this view to {@code packet}, which must be decrypted.
   *
   * @throws DecodeException if the bytes are no RTP packet (RFC 3550 §A.1); the view must not be
   *     used then
   */
  public RtpPacket over(PacketBuffer packet) throws DecodeException {
    int headerLength = RtpHeader.length(packet);
    if (headerLength == RtpHeader.MALFORMED) {
      throw new DecodeException("no RTP header in " + packet.length() + " bytes");
    }
    array = packet.array();
    start = packet.start();
    payloadStart = start + headerLength;
    paddingLength = 0;
    if ((array[start] & RtpHeader.PADDING_BIT) != 0) {
      paddingLength = paddingLength(packet.end());
    }
    payloadEnd = packet.end() - paddingLength;
    findExtensions();
    return this;
  }

  /** RFC 3550 §5.1: the last byte counts itself and the padding before it. */
  private int paddingLength(int end) throws DecodeException {
    int available = end - payloadStart;
    int length = available == 0 ? 0 : array[end - 1] & 0xff;
    if (length == 0 || length > available) {
      throw new DecodeException(length + " bytes of padding in a payload of " + available);
    }
    return length;
  }

  private void findExtensions() {
    if ((array[start] & RtpHeader.EXTENSION_BIT) == 0) {
      extensions.none();
      return;
    }
    int at = start + RtpHeader.FIXED_LENGTH + RtpHeader.CSRC_LENGTH * csrcCount();
    extensions.over(
        array,
        ExtensionForm.ofProfile(RtpHeader.u16(array, at)),
        at + RtpHeader.EXTENSION_HEADER_LENGTH,
        payloadStart);
  }

  /** Another view of the same bytes, for another thread perhaps, as long as nobody changes them. */
  public RtpPacket view() {
    RtpPacket view = new RtpPacket();
    view.array = array;
    view.start = start;
    view.payloadStart = payloadStart;
    view.payloadEnd = payloadEnd;
    view.paddingLength = paddingLength;
    view.findExtensions();
    return view;
  }

  /** The marker bit, which the payload format defines. */
  public boolean marker() {
    return (array[start + 1] & RtpHeader.MARKER_BIT) != 0;
  }

  /** Sets the marker bit. */
  public void setMarker(boolean marker) {
    array[start + 1] = (byte) ((marker ? RtpHeader.MARKER_BIT : 0) | payloadType());
  }

  /** The payload type, 0 to 127. */
  public int payloadType() {
    return array[start + 1] & RtpHeader.PAYLOAD_TYPE_MASK;
  }

  /** Sets the payload type, 0 to 127. */
  public void setPayloadType(int payloadType) {
    Objects.checkIndex(payloadType, RtpHeader.PAYLOAD_TYPE_MASK + 1);
    array[start + 1] = (byte) ((array[start + 1] & RtpHeader.MARKER_BIT) | payloadType);
  }

  /** The sequence number, 0 to 65535. */
  public int sequenceNumber() {
    return RtpHeader.u16(array, start + RtpHeader.SEQUENCE_NUMBER_AT);
  }

  /** Sets the sequence number, of which the low 16 bits count. */
  public void setSequenceNumber(int sequenceNumber) {
    RtpHeader.put16(array, start + RtpHeader.SEQUENCE_NUMBER_AT, sequenceNumber);
  }

  /** The timestamp, 0 to 2<sup>32</sup> - 1, in units of the payload format's clock. */
  public long timestamp() {
    return RtpHeader.u32(array, start + RtpHeader.TIMESTAMP_AT);
  }

  /** Sets the timestamp, of which the low 32 bits count. */
  public void setTimestamp(long timestamp) {
    RtpHeader.put32(array, start + RtpHeader.TIMESTAMP_AT, timestamp);
  }

  /** The synchronization source, 0 to 2<sup>32</sup> - 1. */
  public long ssrc() {
    return RtpHeader.u32(array, start + RtpHeader.SSRC_AT);
  }

  /** Sets the synchronization source, of which the low 32 bits count. */
  public void setSsrc(long ssrc) {
    RtpHeader.put32(array, start + RtpHeader.SSRC_AT, ssrc);
  }

  /** How many contributing sources are named, 0 to 15. */
  public int csrcCount() {
    return array[start] & RtpHeader.CSRC_COUNT_MASK;
  }

  /** The contributing source at {@code index}. */
  public long csrc(int index) {
    Objects.checkIndex(index, csrcCount());
    return RtpHeader.u32(array, start + RtpHeader.FIXED_LENGTH + RtpHeader.CSRC_LENGTH * index);
  }

  /** The header extensions, always the same object; they begin again before the first. */
  public HeaderExtensions extensions() {
    return extensions.restart();
  }

  /** The header's length in bytes, contributing sources and extensions included. */
  public int headerLength() {
    return payloadStart - start;
  }

  /** The array in which the packet lies. */
  public byte[] array() {
    return array;
  }

  /** Index in {@link #array()} of the payload's first byte. */
  public int payloadStart() {
    return payloadStart;
  }

  /** Index in {@link #array()} after the payload's last byte, padding left out. */
  public int payloadEnd() {
    return payloadEnd;
  }

  /** The payload's length in bytes, padding left out. */
  public int payloadLength() {
    return payloadEnd - payloadStart;
  }

  /** Bytes of padding behind the payload, the byte that counts them included. */
  public int paddingLength() {
    return paddingLength;
  }

  /** A view of a copy of the packet, padding left out. */
  public RtpPacket copy() {
    RtpPacket copy = new RtpPacket();
    copy.array = Arrays.copyOfRange(array, start, payloadEnd);
    copy.array[0] &= (byte) ~RtpHeader.PADDING_BIT;
    copy.payloadStart = payloadStart - start;
    copy.payloadEnd = payloadEnd - start;
    copy.findExtensions();
    return copy;
  }

  @Override
  public String toString() {
    return "RtpPacket[payload type %d, sequence number %d, timestamp %d, SSRC %d, %d bytes]"
        .formatted(payloadType(), sequenceNumber(), timestamp(), ssrc(), payloadLength());
  }
}
