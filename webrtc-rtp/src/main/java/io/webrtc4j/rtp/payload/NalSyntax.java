package io.webrtc4j.rtp.payload;

/**
 * In what the headers of H.264 and H.265 differ. Their payloads are built alike: a NAL unit as it
 * is; several, each behind its length of 16 bits, behind a header that looks like a NAL unit's
 * (STAP-A, AP); or a fragment of one, behind such a header and the byte of {@link NalFragment}
 * (FU-A, FU).
 *
 * <p>Headers are read from {@link #headerLength} bytes at {@code at}.
 */
interface NalSyntax {
  /** Bytes of a NAL unit's header. */
  int headerLength();

  /** Its type, as the header of a NAL unit or of a payload has it. */
  int type(byte[] array, int at);

  /** The type of the NAL unit of which a fragment is, by the byte behind the fragment's header. */
  int fragmentedType(int fragment);

  /** Whether the type is that of a NAL unit, and not of what only payloads have. */
  boolean isNalUnit(int type);

  /** Whether payloads of this type have several NAL units. */
  boolean isAggregate(int type);

  /** Whether payloads of this type have a fragment of one. */
  boolean isFragment(int type);

  /** Whether a picture with a NAL unit of this type can be decoded without those before it. */
  boolean isOfKeyFrame(int type);

  /**
   * Whether a NAL unit of this type can be the first of a frame.
   *
   * @param firstByte behind the header, which of a slice tells whether it is the picture's first
   */
  boolean canBeginFrame(int type, int firstByte);

  /** Writes the header of a payload with these NAL units of {@code frame} at {@code to}. */
  void putAggregateHeader(byte[] frame, NalUnits units, int from, int end, byte[] array, int to);

  /** Writes the header of a payload with a fragment of the NAL unit at {@code at}. */
  void putFragmentHeader(byte[] frame, int at, byte[] array, int to);

  /** Turns the header of a fragment, at {@code at}, to that of its NAL unit of this type. */
  void restoreHeader(byte[] array, int at, int type);
}
