package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a VP9 stream (RFC 9628 §4.2.1).
 *
 * @param spatialLayers how many, 1 to 8
 * @param resolutions of each, from the lowest; or none
 * @param pictures the group of pictures that the stream repeats, or null if it is not told
 */
public record Vp9Structure(
    int spatialLayers, List<Resolution> resolutions, @Nullable List<Picture> pictures) {

  private static final int SPATIAL_LAYERS_SHIFT = 5;
  private static final int RESOLUTIONS_BIT = 0x10;
  private static final int PICTURES_BIT = 0x08;

  private static final int TEMPORAL_LAYER_SHIFT = 5;
  private static final int SWITCHING_UP_BIT = 0x10;
  private static final int REFERENCES_SHIFT = 2;
  private static final int REFERENCES_MASK = 0x03;

  /** The lists are copied. */
  public Vp9Structure {
    resolutions = List.copyOf(resolutions);
    pictures = pictures == null ? null : List.copyOf(pictures);
  }

  /**
   * The size of a layer's frames, in pixels.
   *
   * @param width 0 to 65535
   * @param height 0 to 65535
   */
  public record Resolution(int width, int height) {}

  /**
   * A picture of the group.
   *
   * @param temporalLayer 0 to 7
   * @param switchingUp whether higher layers can be joined at the next picture
   * @param distances of the pictures that it refers to, up to three, each 0 to 255
   */
  public record Picture(int temporalLayer, boolean switchingUp, List<Integer> distances) {
    /** The list is copied. */
    public Picture {
      distances = List.copyOf(distances);
    }
  }

  /** Reads it from its place in the descriptor. */
  public static Vp9Structure parse(ByteReader reader) throws DecodeException {
    int head = reader.u8();
    int spatialLayers = (head >> SPATIAL_LAYERS_SHIFT) + 1;
    List<Resolution> resolutions = new ArrayList<>();
    if ((head & RESOLUTIONS_BIT) != 0) {
      for (int i = 0; i < spatialLayers; i++) {
        resolutions.add(new Resolution(reader.u16(), reader.u16()));
      }
    }
    return new Vp9Structure(
        spatialLayers, resolutions, (head & PICTURES_BIT) == 0 ? null : parsePictures(reader));
  }

  private static List<Picture> parsePictures(ByteReader reader) throws DecodeException {
    List<Picture> pictures = new ArrayList<>();
    for (int rest = reader.u8(); rest > 0; rest--) {
      int head = reader.u8();
      List<Integer> distances = new ArrayList<>();
      for (int i = head >> REFERENCES_SHIFT & REFERENCES_MASK; i > 0; i--) {
        distances.add(reader.u8());
      }
      pictures.add(
          new Picture(head >> TEMPORAL_LAYER_SHIFT, (head & SWITCHING_UP_BIT) != 0, distances));
    }
    return pictures;
  }

  /** Writes it behind the content of {@code out}. */
  public void write(PacketBuffer out) {
    ByteWriter writer = ByteWriter.into(out);
    writer.u8(
        (spatialLayers - 1) << SPATIAL_LAYERS_SHIFT
            | (resolutions.isEmpty() ? 0 : RESOLUTIONS_BIT)
            | (pictures == null ? 0 : PICTURES_BIT));
    resolutions.forEach(resolution -> writer.u16(resolution.width).u16(resolution.height));
    if (pictures != null) {
      writer.u8(pictures.size());
      for (Picture picture : pictures) {
        writer.u8(
            picture.temporalLayer << TEMPORAL_LAYER_SHIFT
                | (picture.switchingUp ? SWITCHING_UP_BIT : 0)
                | picture.distances.size() << REFERENCES_SHIFT);
        picture.distances.forEach(writer::u8);
      }
    }
  }
}
