package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;

/**
 * What stands in front of the VP8 data in each payload (RFC 7741 §4.2). Fields that are not there
 * are {@link #NONE}.
 *
 * @param nonReference whether no other frame needs this one
 * @param startOfPartition whether a partition of the frame begins with this payload
 * @param partition index of the partition with which the payload begins, 0 to 7
 * @param pictureId of 15 bits if it is sent so, else of 7
 * @param longPictureId whether the picture id has 15 bits
 * @param tl0PicIdx counts the frames of the lowest temporal layer, 8 bits
 * @param temporalLayer 0 to 3
 * @param layerSync whether the frame needs only the lowest layer
 * @param keyIndex tells key frames apart, 5 bits
 */
public record Vp8Descriptor(
    boolean nonReference,
    boolean startOfPartition,
    int partition,
    int pictureId,
    boolean longPictureId,
    int tl0PicIdx,
    int temporalLayer,
    boolean layerSync,
    int keyIndex) {
  /** A field that is not there. */
  public static final int NONE = -1;

  private static final int EXTENDED_BIT = 0x80;
  private static final int NON_REFERENCE_BIT = 0x20;
  private static final int START_BIT = 0x10;
  private static final int PARTITION_MASK = 0x07;

  private static final int PICTURE_ID_BIT = 0x80;
  private static final int TL0_PIC_IDX_BIT = 0x40;
  private static final int TEMPORAL_LAYER_BIT = 0x20;
  private static final int KEY_INDEX_BIT = 0x10;

  private static final int LONG_PICTURE_ID_BIT = 0x80;
  private static final int LAYER_SYNC_BIT = 0x20;
  private static final int KEY_INDEX_MASK = 0x1f;

  /** Reads it from the front of a payload. */
  public static Vp8Descriptor parse(ByteReader reader) throws DecodeException {
    int first = reader.u8();
    int extensions = (first & EXTENDED_BIT) == 0 ? 0 : reader.u8();
    int pictureId = NONE;
    boolean isLong = false;
    if ((extensions & PICTURE_ID_BIT) != 0) {
      pictureId = reader.u8();
      isLong = (pictureId & LONG_PICTURE_ID_BIT) != 0;
      if (isLong) {
        pictureId = (pictureId & ~LONG_PICTURE_ID_BIT) << 8 | reader.u8();
      }
    }
    int tl0PicIdx = (extensions & TL0_PIC_IDX_BIT) == 0 ? NONE : reader.u8();
    boolean hasLayer = (extensions & TEMPORAL_LAYER_BIT) != 0;
    boolean hasKeyIndex = (extensions & KEY_INDEX_BIT) != 0;
    int layerAndKey = hasLayer || hasKeyIndex ? reader.u8() : 0;
    return new Vp8Descriptor(
        (first & NON_REFERENCE_BIT) != 0,
        (first & START_BIT) != 0,
        first & PARTITION_MASK,
        pictureId,
        isLong,
        tl0PicIdx,
        hasLayer ? layerAndKey >> 6 : NONE,
        hasLayer && (layerAndKey & LAYER_SYNC_BIT) != 0,
        hasKeyIndex ? layerAndKey & KEY_INDEX_MASK : NONE);
  }

  /** Whether the frame begins with this payload (RFC 7741 §4.2, S and PID). */
  public boolean beginsFrame() {
    return startOfPartition && partition == 0;
  }

  /** Writes it behind the content of {@code out}. */
  public void write(PacketBuffer out) {
    int extensions =
        (pictureId == NONE ? 0 : PICTURE_ID_BIT)
            | (tl0PicIdx == NONE ? 0 : TL0_PIC_IDX_BIT)
            | (temporalLayer == NONE ? 0 : TEMPORAL_LAYER_BIT)
            | (keyIndex == NONE ? 0 : KEY_INDEX_BIT);
    put(
        out,
        (extensions == 0 ? 0 : EXTENDED_BIT)
            | (nonReference ? NON_REFERENCE_BIT : 0)
            | (startOfPartition ? START_BIT : 0)
            | (partition & PARTITION_MASK));
    if (extensions != 0) {
      put(out, extensions);
    }
    if (pictureId != NONE) {
      if (longPictureId) {
        put(out, LONG_PICTURE_ID_BIT | pictureId >> 8);
      }
      put(out, longPictureId ? pictureId : pictureId & ~LONG_PICTURE_ID_BIT);
    }
    if (tl0PicIdx != NONE) {
      put(out, tl0PicIdx);
    }
    if (temporalLayer != NONE || keyIndex != NONE) {
      put(
          out,
          (temporalLayer == NONE ? 0 : temporalLayer << 6)
              | (layerSync ? LAYER_SYNC_BIT : 0)
              | (keyIndex == NONE ? 0 : keyIndex & KEY_INDEX_MASK));
    }
  }

  private static void put(PacketBuffer out, int value) {
    out.append(1);
    out.array()[out.end() - 1] = (byte) value;
  }
}
