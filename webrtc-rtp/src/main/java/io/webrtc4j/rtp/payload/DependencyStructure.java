package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The template dependency structure (AV1 RTP specification, A.8): which layers and decode targets a
 * stream has, and templates for its frames. It comes with the first packet of a coded video
 * sequence and holds for all of it.
 *
 * @param templateIdOffset the number of the first template, 0 to 63
 * @param decodeTargets how many, 1 to 32
 * @param templates what frames are like, 1 to 64 of them
 * @param chains how many, up to the number of decode targets
 * @param protectingChains for each decode target its chain; empty if there are none
 * @param resolutions the largest of each spatial layer, from the lowest; empty if they are not told
 */
public record DependencyStructure(
    int templateIdOffset,
    int decodeTargets,
    List<FrameDependencies> templates,
    int chains,
    List<Integer> protectingChains,
    List<Resolution> resolutions) {
  /** Template numbers have six bits. */
  static final int MAX_TEMPLATES = 64;

  /** AV1 has four spatial layers and eight temporal ones (AV1 specification §5.3.3). */
  private static final int MAX_SPATIAL_LAYERS = 4;

  private static final int MAX_TEMPORAL_LAYERS = 8;

  private static final int NEXT_TEMPORAL_LAYER = 1;
  private static final int NEXT_SPATIAL_LAYER = 2;
  private static final int NO_MORE_TEMPLATES = 3;

  /** The lists are copied. */
  public DependencyStructure {
    templates = List.copyOf(templates);
    protectingChains = List.copyOf(protectingChains);
    resolutions = List.copyOf(resolutions);
  }

  /**
   * A size in pixels.
   *
   * @param width 1 to 65536
   * @param height 1 to 65536
   */
  public record Resolution(int width, int height) {}

  /** What frames with this template number are like, or null if there is no such template. */
  public @Nullable FrameDependencies template(int templateId) {
    int index = (templateId - templateIdOffset) & (MAX_TEMPLATES - 1);
    return index < templates.size() ? templates.get(index) : null;
  }

  /** All decode targets, as a set of bits. */
  long allDecodeTargets() {
    return (1L << decodeTargets) - 1;
  }

  static DependencyStructure parse(BitReader bits) throws DecodeException {
    int templateIdOffset = bits.bits(6);
    int decodeTargets = bits.bits(5) + 1;
    List<Layer> layers = parseLayers(bits);
    List<List<DecodeTargetIndication>> indications = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      indications.add(parseIndications(bits, decodeTargets));
    }
    List<List<Integer>> frameDistances = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      frameDistances.add(parseFrameDistances(bits));
    }
    int chains = bits.oneOf(decodeTargets + 1);
    List<Integer> protectingChains = new ArrayList<>();
    for (int i = 0; chains > 0 && i < decodeTargets; i++) {
      protectingChains.add(bits.oneOf(chains));
    }
    List<FrameDependencies> templates = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      templates.add(
          new FrameDependencies(
              layer.spatial,
              layer.temporal,
              indications.get(i),
              frameDistances.get(i),
              parseNumbers(bits, chains, 4)));
    }
    int spatialLayers = layers.get(layers.size() - 1).spatial + 1;
    List<Resolution> resolutions = bits.flag() ? parseResolutions(bits, spatialLayers) : List.of();
    return new DependencyStructure(
        templateIdOffset, decodeTargets, templates, chains, protectingChains, resolutions);
  }

  private record Layer(int spatial, int temporal) {}

  private static List<Layer> parseLayers(BitReader bits) throws DecodeException {
    List<Layer> layers = new ArrayList<>();
    int spatial = 0;
    int temporal = 0;
    int next;
    do {
      if (layers.size() == MAX_TEMPLATES
          || spatial == MAX_SPATIAL_LAYERS
          || temporal == MAX_TEMPORAL_LAYERS) {
        throw new DecodeException("more templates or layers than there can be");
      }
      layers.add(new Layer(spatial, temporal));
      next = bits.bits(2);
      if (next == NEXT_TEMPORAL_LAYER) {
        temporal++;
      } else if (next == NEXT_SPATIAL_LAYER) {
        spatial++;
        temporal = 0;
      }
    } while (next != NO_MORE_TEMPLATES);
    return layers;
  }

  static List<DecodeTargetIndication> parseIndications(BitReader bits, int decodeTargets)
      throws DecodeException {
    List<DecodeTargetIndication> indications = new ArrayList<>(decodeTargets);
    for (int i = 0; i < decodeTargets; i++) {
      indications.add(DecodeTargetIndication.of(bits.bits(2)));
    }
    return indications;
  }

  private static List<Integer> parseFrameDistances(BitReader bits) throws DecodeException {
    List<Integer> distances = new ArrayList<>();
    while (bits.flag()) {
      distances.add(bits.bits(4) + 1);
    }
    return distances;
  }

  static List<Integer> parseNumbers(BitReader bits, int count, int width) throws DecodeException {
    List<Integer> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbers.add(bits.bits(width));
    }
    return numbers;
  }

  private static List<Resolution> parseResolutions(BitReader bits, int spatialLayers)
      throws DecodeException {
    List<Resolution> resolutions = new ArrayList<>();
    for (int i = 0; i < spatialLayers; i++) {
      resolutions.add(new Resolution(bits.bits(16) + 1, bits.bits(16) + 1));
    }
    return resolutions;
  }
}
