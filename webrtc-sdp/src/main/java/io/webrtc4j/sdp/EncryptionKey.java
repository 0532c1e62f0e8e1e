package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/**
 * A {@code k=} line, which RFC 8866 §5.12 made obsolete: it is kept and never used.
 *
 * @param method such as {@code clear} or {@code prompt}
 * @param value the key, or null where the method has none
 */
public record EncryptionKey(String method, @Nullable String value) implements Line {
  /** A key by its fields. */
  public EncryptionKey {
    Grammar.requireToken("key method", method);
    if (value != null) {
      Grammar.requireByteString("key", value);
    }
  }

  static EncryptionKey parse(FieldReader fields) throws SdpParseException {
    int start = fields.position();
    String method = fields.fieldUpTo(":", "key method");
    int bad = CharClass.TOKEN.firstOutside(method);
    if (bad >= 0) {
      throw fields.errorAt(start + bad, "a character that a key method cannot have");
    }
    if (fields.skip(':')) {
      return new EncryptionKey(method, fields.rest());
    }
    fields.end();
    return new EncryptionKey(method, null);
  }

  @Override
  public char type() {
    return 'k';
  }

  @Override
  public String text() {
    return value == null ? method : method + ":" + value;
  }

  /** The method, without the key. */
  @Override
  public String toString() {
    return "EncryptionKey[" + Redaction.text(this) + "]";
  }
}
