package io.webrtc4j.ice.stun;

/** The class of a message (RFC 8489 §5). */
public enum StunClass {
  /** Wants an answer. */
  REQUEST(0x0000),
  /** Wants none. */
  INDICATION(0x0010),
  /** Answers a request as wished. */
  SUCCESS_RESPONSE(0x0100),
  /** Refuses a request. */
  ERROR_RESPONSE(0x0110);

  // RFC 8489 §5, figure 3: the class's two bits stand between those of the method.
  private static final int CLASS_BITS = 0x0110;
  private static final int METHOD_LOW = 0x000f;
  private static final int METHOD_MIDDLE = 0x0070;
  private static final int METHOD_HIGH = 0x0f80;

  private final int bits;

  StunClass(int bits) {
    this.bits = bits;
  }

  /** The class in the 14 bits of a message's type. */
  static StunClass ofType(int type) {
    for (StunClass messageClass : values()) {
      if (messageClass.bits == (type & CLASS_BITS)) {
        return messageClass;
      }
    }
    throw new AssertionError("two bits have four values");
  }

  /** The method in the 14 bits of a message's type. */
  static int methodOfType(int type) {
    return (type & METHOD_LOW) | ((type >>> 1) & METHOD_MIDDLE) | ((type >>> 2) & METHOD_HIGH);
  }

  /** The 14 bits of a message's type for this class and {@code method}. */
  int typeWith(int method) {
    return (method & METHOD_LOW)
        | ((method & METHOD_MIDDLE) << 1)
        | ((method & METHOD_HIGH) << 2)
        | bits;
  }
}
