package io.webrtc4j.rtp.payload;

/** H.264: one byte of F, NRI and the type (RFC 6184 §1.3, §5.3). */
final class H264Syntax implements NalSyntax {
  static final NalSyntax INSTANCE = new H264Syntax();

  private static final int SLICE = 1;
  private static final int DATA_PARTITION_A = 2;
  private static final int IDR_SLICE = 5;
  private static final int SEI = 6;
  private static final int ACCESS_UNIT_DELIMITER = 9;
  private static final int LAST_NAL_UNIT = 23;
  private static final int SPS_EXTENSION = 13;
  private static final int LAST_RESERVED_PREFIX = 18;
  private static final int STAP_A = 24;
  private static final int FU_A = 28;

  private static final int TYPE_MASK = 0x1f;
  private static final int NRI_MASK = 0x60;
  private static final int FORBIDDEN_BIT = 0x80;

  private H264Syntax() {}

  @Override
  public int headerLength() {
    return 1;
  }

  @Override
  public int type(byte[] array, int at) {
    return array[at] & TYPE_MASK;
  }

  @Override
  public int fragmentedType(int fragment) {
    return fragment & TYPE_MASK;
  }

  @Override
  public boolean isNalUnit(int type) {
    return type > 0 && type <= LAST_NAL_UNIT;
  }

  @Override
  public boolean isAggregate(int type) {
    return type == STAP_A;
  }

  @Override
  public boolean isFragment(int type) {
    return type == FU_A;
  }

  @Override
  public boolean isOfKeyFrame(int type) {
    return type == IDR_SLICE;
  }

  /** ITU-T H.264 §7.4.1.2.3. */
  @Override
  public boolean canBeginFrame(int type, int firstByte) {
    return switch (type) {
      // first_mb_in_slice is an Exp-Golomb code, of which 1 is zero.
      case SLICE, DATA_PARTITION_A, IDR_SLICE -> (firstByte & 0x80) != 0;
      default ->
          (type >= SEI && type <= ACCESS_UNIT_DELIMITER)
              || (type >= SPS_EXTENSION && type <= LAST_RESERVED_PREFIX);
    };
  }

  /** RFC 6184 §5.7: F is set if one has it, NRI is the highest of all. */
  @Override
  public void putAggregateHeader(
      byte[] frame, NalUnits units, int from, int end, byte[] array, int to) {
    int forbidden = 0;
    int nri = 0;
    for (int i = from; i < end; i++) {
      int header = frame[units.start(i)];
      forbidden |= header & FORBIDDEN_BIT;
      nri = Math.max(nri, header & NRI_MASK);
    }
    array[to] = (byte) (forbidden | nri | STAP_A);
  }

  @Override
  public void putFragmentHeader(byte[] frame, int at, byte[] array, int to) {
    array[to] = (byte) ((frame[at] & ~TYPE_MASK) | FU_A);
  }

  @Override
  public void restoreHeader(byte[] array, int at, int type) {
    array[at] = (byte) ((array[at] & ~TYPE_MASK) | type);
  }
}
