package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.Arrays;

/**
 * The OBUs of a temporal unit as they are sent: without those that are not, and without sizes. So
 * the header of each, one or two bytes, is followed directly by its payload.
 */
final class Obus {
  /** OBUs in a temporal unit at most: far more than it has tile groups. */
  static final int MAX_COUNT = 4096;

  private static final int NUMBERS = 3;

  private final Av1KeyFrame keyFrame = new Av1KeyFrame();
  private byte[] frame = {};
  // Of each: where its header and its payload begin, and where it ends.
  private int[] bounds = new int[NUMBERS * 8];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  boolean isKeyFrame() {
    return keyFrame.isKeyFrame();
  }

  /** Finds those of {@code frame}: OBUs with sizes, of which the last may have none. */
  void find(byte[] frame) throws DecodeException {
    this.frame = frame;
    count = 0;
    keyFrame.begin();
    ByteReader reader = new ByteReader(frame);
    while (reader.hasRemaining()) {
      int header = reader.position();
      int length = ObuHeader.readToPayload(reader);
      int payload = reader.position();
      reader.skip(length);
      int type = ObuHeader.type(frame[header]);
      if (ObuHeader.isSent(type)) {
        keyFrame.add(type, frame, payload, payload + length);
        add(header, payload, payload + length);
      }
    }
    if (count == 0) {
      throw new DecodeException("a temporal unit without OBUs to send");
    }
  }

  private void add(int header, int payload, int end) throws DecodeException {
    if (count == MAX_COUNT) {
      throw new DecodeException("more than " + MAX_COUNT + " OBUs in a temporal unit");
    }
    int at = NUMBERS * count;
    if (at == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[at] = header;
    bounds[at + 1] = payload;
    bounds[at + 2] = end;
    count++;
  }

  private int header(int index) {
    return bounds[NUMBERS * index];
  }

  private int headerLength(int index) {
    return ObuHeader.length(frame[header(index)]);
  }

  /** Bytes that it has as it is sent. */
  int length(int index) {
    return headerLength(index) + bounds[NUMBERS * index + 2] - bounds[NUMBERS * index + 1];
  }

  boolean hasLayer(int index) {
    return headerLength(index) > 1;
  }

  /** Whether two with layers are of the same. */
  boolean isSameLayer(int index, int other) {
    return ObuHeader.isSameLayer(frame[header(index) + 1], frame[header(other) + 1]);
  }

  /** Appends {@code length} bytes of an OBU as it is sent, from {@code offset} on. */
  void put(int index, int offset, int length, PacketBuffer out) {
    int headerLength = headerLength(index);
    int position = offset;
    int end = offset + length;
    for (; position < Math.min(headerLength, end); position++) {
      int value = frame[header(index) + position];
      out.append(1);
      out.array()[out.end() - 1] = (byte) (position == 0 ? ObuHeader.withoutSize(value) : value);
    }
    out.put(frame, bounds[NUMBERS * index + 1] + position - headerLength, end - position);
  }
}
