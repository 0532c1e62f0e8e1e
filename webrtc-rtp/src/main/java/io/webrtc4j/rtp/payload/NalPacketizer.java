package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.PacketBuffer;

/**
 * H.264 in mode 1 (RFC 6184 §6.3) or 0 (§6.2), and H.265 (RFC 7798 §4.4). As many NAL units as fit
 * one behind the other share a payload: parameter sets and SEI go with a small slice, or with one
 * another. What does not fit is cut into fragments.
 */
final class NalPacketizer implements Packetizer {
  private static final int LENGTH_OF_LENGTH = 2;

  private final NalSyntax syntax;
  private final boolean mayCombine;
  private final NalUnits units = new NalUnits();
  private final EvenSplit fragments = new EvenSplit();
  private byte[] frame = {};
  private int maxLength;
  private int unit;
  private int position;
  private boolean isKeyFrame;

  /**
   * @param mayCombine whether NAL units may share payloads and be cut
   */
  NalPacketizer(NalSyntax syntax, boolean mayCombine) {
    this.syntax = syntax;
    this.mayCombine = mayCombine;
  }

  @Override
  public void begin(byte[] frame, int maxLength) {
    units.clear();
    fragments.clear();
    unit = 0;
    isKeyFrame = false;
    Frames.check(frame, maxLength);
    this.frame = frame;
    this.maxLength = maxLength;
    try {
      units.find(frame);
      for (int i = 0; i < units.count(); i++) {
        check(i);
      }
    } catch (IllegalArgumentException e) {
      units.clear();
      throw e;
    }
  }

  private void check(int index) {
    int length = units.length(index);
    int type = syntax.type(frame, units.start(index));
    if (length < syntax.headerLength() || !syntax.isNalUnit(type)) {
      throw new IllegalArgumentException(
          "a NAL unit of type %d and %d bytes is none of this codec".formatted(type, length));
    }
    if (!mayCombine && length > maxLength) {
      throw new IllegalArgumentException(
          ("a NAL unit of %d bytes does not fit %d: please have the encoder make smaller slices, or"
                  + " negotiate packetization-mode=1")
              .formatted(length, maxLength));
    }
    isKeyFrame |= syntax.isOfKeyFrame(type);
  }

  @Override
  public boolean hasNext() {
    return unit < units.count();
  }

  @Override
  public void next(PacketBuffer out) {
    if (!hasNext()) {
      throw Frames.none();
    }
    if (fragments.hasNext()) {
      putFragment(out, false);
      return;
    }
    int start = units.start(unit);
    int length = units.length(unit);
    if (length > maxLength) {
      position = start + syntax.headerLength();
      fragments.begin(
          length - syntax.headerLength(), maxLength - syntax.headerLength() - Byte.BYTES);
      putFragment(out, true);
      return;
    }
    int end = endOfAggregate();
    if (end == unit + 1) {
      out.put(frame, start, length);
    } else {
      putAggregate(out, end);
    }
    unit = end;
  }

  /** Index behind the last NAL unit that fits one payload with the present one. */
  private int endOfAggregate() {
    int end = unit + 1;
    if (!mayCombine) {
      return end;
    }
    int used = syntax.headerLength() + LENGTH_OF_LENGTH + units.length(unit);
    while (end < units.count()) {
      used += LENGTH_OF_LENGTH + units.length(end);
      if (used > maxLength) {
        break;
      }
      end++;
    }
    return end;
  }

  private void putAggregate(PacketBuffer out, int end) {
    int at = out.end();
    out.append(syntax.headerLength());
    syntax.putAggregateHeader(frame, units, unit, end, out.array(), at);
    for (int i = unit; i < end; i++) {
      int length = units.length(i);
      at = out.end();
      out.append(LENGTH_OF_LENGTH);
      out.array()[at] = (byte) (length >> 8);
      out.array()[at + 1] = (byte) length;
      out.put(frame, units.start(i), length);
    }
  }

  private void putFragment(PacketBuffer out, boolean isFirst) {
    int length = fragments.next();
    boolean isLast = !fragments.hasNext();
    int at = out.end();
    int start = units.start(unit);
    out.append(syntax.headerLength() + Byte.BYTES);
    syntax.putFragmentHeader(frame, start, out.array(), at);
    out.array()[at + syntax.headerLength()] =
        (byte) NalFragment.of(isFirst, isLast, syntax.type(frame, start));
    out.put(frame, position, length);
    position += length;
    if (isLast) {
      unit++;
    }
  }

  @Override
  public boolean isKeyFrame() {
    return isKeyFrame;
  }
}
