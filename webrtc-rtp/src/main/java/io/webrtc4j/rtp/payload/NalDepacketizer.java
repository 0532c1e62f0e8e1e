package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;

/**
 * H.264 (RFC 6184 §5.6 to §5.8: single NAL units, STAP-A, FU-A) and H.265 (RFC 7798 §4.4: single
 * NAL units, AP, FU), whichever mode was negotiated. What only interleaving has is refused.
 */
final class NalDepacketizer implements Depacketizer {
  private static final byte[] START_CODE = {0, 0, 0, 1};
  private static final int LENGTH_OF_LENGTH = 2;
  private static final int NONE = -1;

  private final NalSyntax syntax;
  private final FrameBytes frame = new FrameBytes();
  private int units;
  private int fragmentedType = NONE;
  private boolean isKeyFrame;

  NalDepacketizer(NalSyntax syntax) {
    this.syntax = syntax;
  }

  @Override
  public boolean canBeginFrame(byte[] array, int start, int end) {
    if (end - start < syntax.headerLength()) {
      return false;
    }
    int type = syntax.type(array, start);
    int at = start + syntax.headerLength();
    if (syntax.isFragment(type)) {
      return end - at > 1
          && NalFragment.isFirst(array[at])
          && syntax.canBeginFrame(syntax.fragmentedType(array[at]), array[at + 1]);
    }
    if (syntax.isAggregate(type)) {
      int unit = at + LENGTH_OF_LENGTH;
      at = unit + syntax.headerLength();
      if (at > end) {
        return false;
      }
      type = syntax.type(array, unit);
    }
    return syntax.canBeginFrame(type, at < end ? array[at] : 0);
  }

  @Override
  public void begin() {
    frame.clear();
    units = 0;
    fragmentedType = NONE;
    isKeyFrame = false;
  }

  @Override
  public void add(byte[] array, int start, int end) throws DecodeException {
    if (end - start < syntax.headerLength()) {
      throw new DecodeException("a payload of " + (end - start) + " bytes");
    }
    int type = syntax.type(array, start);
    if (syntax.isFragment(type)) {
      addFragment(array, start, end);
      return;
    }
    if (fragmentedType != NONE) {
      throw new DecodeException("a fragmented NAL unit does not end");
    }
    if (syntax.isAggregate(type)) {
      addAggregate(array, start + syntax.headerLength(), end);
    } else {
      addUnit(array, start, end);
    }
  }

  private void addAggregate(byte[] array, int start, int end) throws DecodeException {
    int at = start;
    while (at < end) {
      if (end - at < LENGTH_OF_LENGTH) {
        throw new DecodeException("an aggregate ends in a length");
      }
      int length = (array[at] & 0xff) << 8 | (array[at + 1] & 0xff);
      at += LENGTH_OF_LENGTH;
      if (length > end - at) {
        throw new DecodeException(
            "a NAL unit of %d bytes where %d are left".formatted(length, end - at));
      }
      addUnit(array, at, at + length);
      at += length;
    }
  }

  private void addUnit(byte[] array, int start, int end) throws DecodeException {
    if (end - start < syntax.headerLength()) {
      throw new DecodeException("a NAL unit of " + (end - start) + " bytes");
    }
    beginUnit(syntax.type(array, start));
    frame.add(array, start, end);
  }

  private void beginUnit(int type) throws DecodeException {
    if (!syntax.isNalUnit(type)) {
      throw new DecodeException("a NAL unit of type " + type);
    }
    if (++units > NalUnits.MAX_COUNT) {
      throw new DecodeException("more than " + NalUnits.MAX_COUNT + " NAL units in a frame");
    }
    isKeyFrame |= syntax.isOfKeyFrame(type);
    frame.add(START_CODE, 0, START_CODE.length);
  }

  /** One that is first and last at once is taken, though senders must not make it. */
  private void addFragment(byte[] array, int start, int end) throws DecodeException {
    int at = start + syntax.headerLength();
    int fragment = array[at++];
    int type = syntax.fragmentedType(fragment);
    if (at == end) {
      throw new DecodeException("an empty fragment");
    }
    if (NalFragment.isFirst(fragment) != (fragmentedType == NONE)) {
      throw new DecodeException(
          fragmentedType == NONE ? "a fragment without its beginning" : "a fragment without end");
    }
    if (fragmentedType == NONE) {
      beginUnit(type);
      int header = frame.length();
      frame.add(array, start, start + syntax.headerLength());
      syntax.restoreHeader(frame.array(), header, type);
    } else if (type != fragmentedType) {
      throw new DecodeException("a fragment of type " + type + " in one of " + fragmentedType);
    }
    frame.add(array, at, end);
    fragmentedType = NalFragment.isLast(fragment) ? NONE : type;
  }

  @Override
  public byte[] end() throws DecodeException {
    if (frame.isEmpty() || fragmentedType != NONE) {
      throw new DecodeException(
          frame.isEmpty() ? "a frame without NAL units" : "a fragmented NAL unit does not end");
    }
    return frame.toByteArray();
  }

  @Override
  public boolean isKeyFrame() {
    return isKeyFrame;
  }
}
