package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in front of the VP9 data in each payload (RFC 9628 §4.2).
 *
 * @param pictureId of 15 bits if it is sent so, else of 7; or {@link #NONE}
 * @param longPictureId whether the picture id has 15 bits
 * @param interPredicted whether the frame refers to other pictures
 * @param flexible whether each frame says what it refers to; then there is a picture id
 * @param startOfFrame whether a frame of a layer begins with this payload
 * @param endOfFrame whether one ends with it
 * @param notForUpperLayers whether no higher spatial layer refers to the frame
 * @param layer which it is of, or null
 * @param tl0PicIdx counts the pictures of the lowest temporal layer, 8 bits; 0 unless there is a
 *     layer and the mode is not flexible
 * @param distances of the pictures that it refers to, 1 to 3, each 0 to 127, if the mode is
 *     flexible and the frame inter-predicted
 * @param structure of the layers, or null
 */
public record Vp9Descriptor(
    int pictureId,
    boolean longPictureId,
    boolean interPredicted,
    boolean flexible,
    boolean startOfFrame,
    boolean endOfFrame,
    boolean notForUpperLayers,
    @Nullable Layer layer,
    int tl0PicIdx,
    List<Integer> distances,
    @Nullable Vp9Structure structure) {
  /** No picture id. */
  public static final int NONE = -1;

  private static final int MAX_DISTANCES = 3;

  private static final int PICTURE_ID_BIT = 0x80;
  private static final int INTER_PREDICTED_BIT = 0x40;
  private static final int LAYER_BIT = 0x20;
  private static final int FLEXIBLE_BIT = 0x10;
  private static final int START_BIT = 0x08;
  private static final int END_BIT = 0x04;
  private static final int STRUCTURE_BIT = 0x02;
  private static final int NOT_FOR_UPPER_LAYERS_BIT = 0x01;

  private static final int LONG_PICTURE_ID_BIT = 0x80;
  private static final int ANOTHER_DISTANCE_BIT = 0x01;

  /** The list is copied. */
  public Vp9Descriptor {
    distances = List.copyOf(distances);
  }

  /**
   * The layer of a frame.
   *
   * @param temporal 0 to 7
   * @param switchingUp whether higher temporal layers can be joined after it
   * @param spatial 0 to 7
   * @param interLayerPredicted whether it refers to the spatial layer below
   */
  public record Layer(int temporal, boolean switchingUp, int spatial, boolean interLayerPredicted) {
    private static final int TEMPORAL_SHIFT = 5;
    private static final int SWITCHING_UP_BIT = 0x10;
    private static final int SPATIAL_SHIFT = 1;
    private static final int SPATIAL_MASK = 0x07;
    private static final int INTER_LAYER_BIT = 0x01;

    static Layer of(int bits) {
      return new Layer(
          bits >> TEMPORAL_SHIFT,
          (bits & SWITCHING_UP_BIT) != 0,
          bits >> SPATIAL_SHIFT & SPATIAL_MASK,
          (bits & INTER_LAYER_BIT) != 0);
    }

    int bits() {
      return temporal << TEMPORAL_SHIFT
          | (switchingUp ? SWITCHING_UP_BIT : 0)
          | spatial << SPATIAL_SHIFT
          | (interLayerPredicted ? INTER_LAYER_BIT : 0);
    }
  }

  /** Reads it from the front of a payload. */
  public static Vp9Descriptor parse(ByteReader reader) throws DecodeException {
    int head = reader.u8();
    boolean isInterPredicted = (head & INTER_PREDICTED_BIT) != 0;
    boolean isFlexible = (head & FLEXIBLE_BIT) != 0;
    int pictureId = NONE;
    boolean isLong = false;
    if ((head & PICTURE_ID_BIT) != 0) {
      pictureId = reader.u8();
      isLong = (pictureId & LONG_PICTURE_ID_BIT) != 0;
      if (isLong) {
        pictureId = (pictureId & ~LONG_PICTURE_ID_BIT) << 8 | reader.u8();
      }
    } else if (isFlexible) {
      throw new DecodeException("flexible mode without picture id");
    }
    Layer layer = (head & LAYER_BIT) == 0 ? null : Layer.of(reader.u8());
    int tl0PicIdx = layer == null || isFlexible ? 0 : reader.u8();
    List<Integer> distances = isFlexible && isInterPredicted ? parseDistances(reader) : List.of();
    return new Vp9Descriptor(
        pictureId,
        isLong,
        isInterPredicted,
        isFlexible,
        (head & START_BIT) != 0,
        (head & END_BIT) != 0,
        (head & NOT_FOR_UPPER_LAYERS_BIT) != 0,
        layer,
        tl0PicIdx,
        distances,
        (head & STRUCTURE_BIT) == 0 ? null : Vp9Structure.parse(reader));
  }

  private static List<Integer> parseDistances(ByteReader reader) throws DecodeException {
    List<Integer> distances = new ArrayList<>(MAX_DISTANCES);
    int next;
    do {
      if (distances.size() == MAX_DISTANCES) {
        throw new DecodeException("more than " + MAX_DISTANCES + " references");
      }
      next = reader.u8();
      distances.add(next >> 1);
    } while ((next & ANOTHER_DISTANCE_BIT) != 0);
    return distances;
  }

  /** Whether a picture can begin with this payload; of upper layers this can't always be told. */
  public boolean canBeginPicture() {
    return startOfFrame && (layer == null || layer.spatial == 0 || !layer.interLayerPredicted);
  }

  /** Writes it behind the content of {@code out}. */
  public void write(PacketBuffer out) {
    ByteWriter writer = ByteWriter.into(out);
    writer.u8(
        (pictureId == NONE ? 0 : PICTURE_ID_BIT)
            | (interPredicted ? INTER_PREDICTED_BIT : 0)
            | (layer == null ? 0 : LAYER_BIT)
            | (flexible ? FLEXIBLE_BIT : 0)
            | (startOfFrame ? START_BIT : 0)
            | (endOfFrame ? END_BIT : 0)
            | (structure == null ? 0 : STRUCTURE_BIT)
            | (notForUpperLayers ? NOT_FOR_UPPER_LAYERS_BIT : 0));
    if (pictureId != NONE) {
      if (longPictureId) {
        writer.u16(LONG_PICTURE_ID_BIT << 8 | pictureId);
      } else {
        writer.u8(pictureId);
      }
    }
    if (layer != null) {
      writer.u8(layer.bits());
      if (!flexible) {
        writer.u8(tl0PicIdx);
      }
    }
    for (int i = 0; i < distances.size(); i++) {
      boolean isLast = i == distances.size() - 1;
      writer.u8(distances.get(i) << 1 | (isLast ? 0 : ANOTHER_DISTANCE_BIT));
    }
    if (structure != null) {
      structure.write(out);
    }
  }
}
