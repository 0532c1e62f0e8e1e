package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * VP9 without layers (RFC 9628), in flexible mode: each picture has a picture id of 15 bits,
 * counted from 0, and refers to the one before; a key frame says its size.
 */
final class Vp9Packetizer implements Packetizer {
  // Head, picture id of 15 bits, and one distance.
  private static final int DESCRIPTOR_LENGTH = 4;

  // Head, width and height.
  private static final int STRUCTURE_LENGTH = 5;
  private static final int PICTURE_ID_MASK = 0x7fff;
  private static final List<Integer> PICTURE_BEFORE = List.of(1);

  private final EvenSplit split = new EvenSplit();
  private byte[] frame = {};
  private int position;
  private int pictureId = PICTURE_ID_MASK;
  private @Nullable Vp9Structure structure;

  @Override
  public void begin(byte[] frame, int maxLength) {
    split.clear();
    Frames.check(frame, maxLength);
    Vp9FrameHeader header;
    try {
      header = Vp9FrameHeader.parse(frame, 0, frame.length);
    } catch (DecodeException e) {
      throw new IllegalArgumentException("no frame of VP9: " + e.getMessage(), e);
    }
    this.frame = frame;
    position = 0;
    pictureId = (pictureId + 1) & PICTURE_ID_MASK;
    structure =
        header.keyFrameSize() == null
            ? null
            : new Vp9Structure(1, List.of(header.keyFrameSize()), null);
    // Of a key frame the first payload has the structure: as if that were part of the frame.
    split.begin(frame.length + structureLength(), maxLength - DESCRIPTOR_LENGTH);
  }

  private int structureLength() {
    return structure == null ? 0 : STRUCTURE_LENGTH;
  }

  @Override
  public boolean hasNext() {
    return split.hasNext();
  }

  @Override
  public void next(PacketBuffer out) {
    if (!hasNext()) {
      throw Frames.none();
    }
    boolean isFirst = position == 0;
    int length = split.next() - (isFirst ? structureLength() : 0);
    new Vp9Descriptor(
            pictureId,
            true,
            !isKeyFrame(),
            true,
            isFirst,
            !split.hasNext(),
            false,
            null,
            0,
            isKeyFrame() ? List.of() : PICTURE_BEFORE,
            isFirst ? structure : null)
        .write(out);
    out.put(frame, position, length);
    position += length;
  }

  @Override
  public boolean isKeyFrame() {
    return structure != null;
  }
}
