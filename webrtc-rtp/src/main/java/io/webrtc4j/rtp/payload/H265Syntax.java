package io.webrtc4j.rtp.payload;

/** H.265: two bytes of F, the type, LayerId and TID (RFC 7798 §1.1.4, §4.4). */
final class H265Syntax implements NalSyntax {
  static final NalSyntax INSTANCE = new H265Syntax();

  private static final int FIRST_IRAP = 16;
  private static final int LAST_IRAP = 23;
  private static final int LAST_VCL = 31;
  private static final int VPS = 32;
  private static final int ACCESS_UNIT_DELIMITER = 35;
  private static final int PREFIX_SEI = 39;
  private static final int FIRST_RESERVED_PREFIX = 41;
  private static final int LAST_RESERVED_PREFIX = 44;
  private static final int LAST_NAL_UNIT = 47;
  private static final int AGGREGATION_PACKET = 48;
  private static final int FRAGMENTATION_UNIT = 49;

  // As one number of 16 bits: F, type (6), LayerId (6), TID (3).
  private static final int FORBIDDEN_BIT = 0x8000;
  private static final int TYPE_SHIFT = 9;
  private static final int TYPE_MASK = 0x3f;
  private static final int LAYER_MASK = 0x01f8;
  private static final int TEMPORAL_ID_MASK = 0x07;

  private H265Syntax() {}

  @Override
  public int headerLength() {
    return 2;
  }

  @Override
  public int type(byte[] array, int at) {
    return array[at] >> 1 & TYPE_MASK;
  }

  @Override
  public int fragmentedType(int fragment) {
    return fragment & TYPE_MASK;
  }

  @Override
  public boolean isNalUnit(int type) {
    return type <= LAST_NAL_UNIT;
  }

  @Override
  public boolean isAggregate(int type) {
    return type == AGGREGATION_PACKET;
  }

  @Override
  public boolean isFragment(int type) {
    return type == FRAGMENTATION_UNIT;
  }

  /** RFC 7798 §1.1.4: a decoder can begin with any IRAP picture. */
  @Override
  public boolean isOfKeyFrame(int type) {
    return type >= FIRST_IRAP && type <= LAST_IRAP;
  }

  /** ITU-T H.265 §7.4.2.4.4; a slice begins with first_slice_segment_in_pic_flag. */
  @Override
  public boolean canBeginFrame(int type, int firstByte) {
    return type <= LAST_VCL
        ? (firstByte & 0x80) != 0
        : (type >= VPS && type <= ACCESS_UNIT_DELIMITER)
            || type == PREFIX_SEI
            || (type >= FIRST_RESERVED_PREFIX && type <= LAST_RESERVED_PREFIX);
  }

  /** RFC 7798 §4.4.2: F if one has it, the lowest LayerId and TID of all. */
  @Override
  public void putAggregateHeader(
      byte[] frame, NalUnits units, int from, int end, byte[] array, int to) {
    int forbidden = 0;
    int layer = LAYER_MASK;
    int temporalId = TEMPORAL_ID_MASK;
    for (int i = from; i < end; i++) {
      int header = header(frame, units.start(i));
      forbidden |= header & FORBIDDEN_BIT;
      layer = Math.min(layer, header & LAYER_MASK);
      temporalId = Math.min(temporalId, header & TEMPORAL_ID_MASK);
    }
    put(array, to, forbidden | AGGREGATION_PACKET << TYPE_SHIFT | layer | temporalId);
  }

  @Override
  public void putFragmentHeader(byte[] frame, int at, byte[] array, int to) {
    put(array, to, withType(header(frame, at), FRAGMENTATION_UNIT));
  }

  @Override
  public void restoreHeader(byte[] array, int at, int type) {
    put(array, at, withType(header(array, at), type));
  }

  private static int withType(int header, int type) {
    return (header & ~(TYPE_MASK << TYPE_SHIFT)) | type << TYPE_SHIFT;
  }

  private static int header(byte[] array, int at) {
    return (array[at] & 0xff) << 8 | (array[at + 1] & 0xff);
  }

  private static void put(byte[] array, int at, int header) {
    array[at] = (byte) (header >> 8);
    array[at + 1] = (byte) header;
  }
}
