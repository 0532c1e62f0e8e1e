package io.webrtc4j.rtp.payload;

import java.util.List;

/**
 * What a frame depends on and who depends on it (AV1 RTP specification, A.8.3): of a frame, or of a
 * template for frames.
 *
 * @param spatialLayer 0 to 3
 * @param temporalLayer 0 to 7
 * @param indications for each decode target what the frame is to it
 * @param frameDistances by how much the numbers of the frames that it refers to are less than its
 *     own
 * @param chainDistances for each chain, by how much the number of the chain's frame before this one
 *     is less; 0 if the chain begins here
 */
public record FrameDependencies(
    int spatialLayer,
    int temporalLayer,
    List<DecodeTargetIndication> indications,
    List<Integer> frameDistances,
    List<Integer> chainDistances) {

  /** The lists are copied. */
  public FrameDependencies {
    indications = List.copyOf(indications);
    frameDistances = List.copyOf(frameDistances);
    chainDistances = List.copyOf(chainDistances);
  }
}
