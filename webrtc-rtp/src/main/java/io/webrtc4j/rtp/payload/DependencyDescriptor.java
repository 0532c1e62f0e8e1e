package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The dependency descriptor header extension (AV1 RTP specification, Appendix A), which tells of a
 * frame of any codec what it depends on, so that who forwards need not look into payloads.
 *
 * @param startOfFrame whether a frame begins with this packet
 * @param endOfFrame whether a frame ends with it
 * @param templateId the frame's template, 0 to 63
 * @param frameNumber of 16 bits, counted in decoding order
 * @param newStructure the structure that holds from this frame on, or null if it is the one before
 * @param activeDecodeTargets which decode targets are sent from now on, decode target 0 in the
 *     lowest bit; empty if the same as before
 * @param frame what the frame depends on; null if the structure that it needs is not known
 */
public record DependencyDescriptor(
    boolean startOfFrame,
    boolean endOfFrame,
    int templateId,
    int frameNumber,
    @Nullable DependencyStructure newStructure,
    OptionalLong activeDecodeTargets,
    @Nullable FrameDependencies frame) {
  /** The URI of the header extension. */
  public static final String URI =
      "https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension";

  private static final int MANDATORY_LENGTH = 3;

  /**
   * Reads the value of the header extension.
   *
   * @param known the structure that came last on this stream, or null
   * @throws DecodeException if it is malformed; a structure that is not known is no such reason
   */
  public static DependencyDescriptor parse(
      byte[] array, int start, int end, @Nullable DependencyStructure known)
      throws DecodeException {
    BitReader bits = new BitReader(array, start, end);
    boolean isStart = bits.flag();
    boolean isEnd = bits.flag();
    int templateId = bits.bits(6);
    int frameNumber = bits.bits(16);
    if (end - start == MANDATORY_LENGTH) {
      return new DependencyDescriptor(
          isStart,
          isEnd,
          templateId,
          frameNumber,
          null,
          OptionalLong.empty(),
          known == null ? null : known.template(templateId));
    }
    Flags flags = Flags.parse(bits);
    DependencyStructure attached = flags.hasStructure ? DependencyStructure.parse(bits) : null;
    DependencyStructure structure = attached == null ? known : attached;
    OptionalLong active = OptionalLong.empty();
    FrameDependencies frame = null;
    if (structure != null) {
      if (flags.hasActiveDecodeTargets) {
        active = OptionalLong.of(bits.longBits(structure.decodeTargets()));
      } else if (attached != null) {
        active = OptionalLong.of(attached.allDecodeTargets());
      }
      frame = flags.frame(bits, structure, templateId);
    }
    if (attached != null && frame == null) {
      throw new DecodeException("a frame of no template of its own structure");
    }
    return new DependencyDescriptor(
        isStart, isEnd, templateId, frameNumber, attached, active, frame);
  }

  /** The flags that begin the extended fields. */
  private record Flags(
      boolean hasStructure,
      boolean hasActiveDecodeTargets,
      boolean hasIndications,
      boolean hasFrameDistances,
      boolean hasChainDistances) {

    static Flags parse(BitReader bits) throws DecodeException {
      return new Flags(bits.flag(), bits.flag(), bits.flag(), bits.flag(), bits.flag());
    }

    /** The frame's template with what it has of its own, or null if there is no such template. */
    @Nullable FrameDependencies frame(BitReader bits, DependencyStructure structure, int templateId)
        throws DecodeException {
      FrameDependencies template = structure.template(templateId);
      if (template == null) {
        return null;
      }
      return new FrameDependencies(
          template.spatialLayer(),
          template.temporalLayer(),
          hasIndications
              ? DependencyStructure.parseIndications(bits, structure.decodeTargets())
              : template.indications(),
          hasFrameDistances ? parseFrameDistances(bits) : template.frameDistances(),
          hasChainDistances
              ? DependencyStructure.parseNumbers(bits, structure.chains(), 8)
              : template.chainDistances());
    }
  }

  /** Each in 4, 8 or 12 bits, of which two bits in front count the fours. */
  private static List<Integer> parseFrameDistances(BitReader bits) throws DecodeException {
    List<Integer> distances = new ArrayList<>();
    for (int fours = bits.bits(2); fours != 0; fours = bits.bits(2)) {
      distances.add(bits.bits(4 * fours) + 1);
    }
    return distances;
  }
}
