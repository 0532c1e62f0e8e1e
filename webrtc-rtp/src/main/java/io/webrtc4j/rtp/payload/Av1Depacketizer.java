package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import java.util.Arrays;

/**
 * AV1 (AV1 RTP specification, "Payload Structure"): gathers the OBU elements, and at the end gives
 * each OBU its size. What a packet says of a new coded video sequence is not believed but looked up
 * in the OBUs.
 */
final class Av1Depacketizer implements Depacketizer {
  private final FrameBytes elements = new FrameBytes();
  private final Av1KeyFrame keyFrame = new Av1KeyFrame();
  private int[] ends = new int[8];
  private int count;
  private boolean isCut;

  @Override
  public boolean canBeginFrame(byte[] array, int start, int end) {
    try {
      ByteReader reader = new ByteReader(array, start, end);
      int header = reader.u8();
      if (Av1Aggregation.count(header) != 1) {
        Leb128.readLength(reader);
      }
      return !Av1Aggregation.continues(header)
          && ObuHeader.canBeginFrame(ObuHeader.type(reader.u8()));
    } catch (DecodeException e) {
      return false;
    }
  }

  @Override
  public void begin() {
    elements.clear();
    keyFrame.begin();
    count = 0;
    isCut = false;
  }

  @Override
  public void add(byte[] array, int start, int end) throws DecodeException {
    ByteReader reader = new ByteReader(array, start, end);
    int header = reader.u8();
    if (Av1Aggregation.continues(header) != isCut) {
      throw new DecodeException(isCut ? "an OBU without end" : "an OBU without its beginning");
    }
    int expected = Av1Aggregation.count(header);
    int found = 0;
    do {
      found++;
      int length = found == expected ? reader.remaining() : Leb128.readLength(reader);
      addElement(array, reader.position(), length, found == 1 && isCut);
      reader.skip(length);
    } while (expected == 0 ? reader.hasRemaining() : found < expected);
    isCut = Av1Aggregation.isToBeContinued(header);
  }

  private void addElement(byte[] array, int start, int length, boolean continues)
      throws DecodeException {
    if (length == 0) {
      throw new DecodeException("an empty OBU element");
    }
    if (!continues) {
      if (count == Obus.MAX_COUNT) {
        throw new DecodeException("more than " + Obus.MAX_COUNT + " OBUs in a temporal unit");
      }
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, 2 * count);
      }
      count++;
    }
    elements.add(array, start, start + length);
    ends[count - 1] = elements.length();
  }

  @Override
  public byte[] end() throws DecodeException {
    if (count == 0 || isCut) {
      throw new DecodeException(count == 0 ? "a frame without OBUs" : "an OBU without end");
    }
    FrameBytes frame = new FrameBytes();
    int start = 0;
    for (int i = 0; i < count; i++) {
      addObu(start, ends[i], frame);
      start = ends[i];
    }
    if (frame.isEmpty()) {
      throw new DecodeException("a frame without OBUs");
    }
    return frame.toByteArray();
  }

  private void addObu(int start, int end, FrameBytes frame) throws DecodeException {
    byte[] array = elements.array();
    ByteReader reader = new ByteReader(array, start, end);
    int length = ObuHeader.readToPayload(reader);
    if (length != reader.remaining()) {
      throw new DecodeException(
          "an OBU of %d bytes in an element with %d".formatted(length, reader.remaining()));
    }
    int first = array[start];
    int type = ObuHeader.type(first);
    if (!ObuHeader.isSent(type)) {
      return;
    }
    keyFrame.add(type, array, reader.position(), end);
    frame.add(ObuHeader.withSize(first));
    frame.add(array, start + 1, start + ObuHeader.length(first));
    frame.addLeb128(length);
    frame.add(array, reader.position(), end);
  }

  @Override
  public boolean isKeyFrame() {
    return keyFrame.isKeyFrame();
  }
}
