package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/**
 * An attribute that this library does not know, or one that it must ignore because it is malformed
 * and its specification says so. It is kept as it came.
 *
 * @param name without a colon; empty only in front of a value
 * @param value null when there is no colon
 */
public record UnknownAttribute(String name, @Nullable String value) implements Attribute {
  /** An attribute by name and value. */
  public UnknownAttribute {
    Grammar.requireByteString("attribute name", name);
    if ((name.isEmpty() && value == null) || name.indexOf(':') >= 0) {
      throw new IllegalArgumentException("an attribute is not empty, and its name has no colon");
    }
    if (value != null) {
      Grammar.requireByteString("attribute value", value);
    }
  }

  @Override
  public String toString() {
    return "UnknownAttribute[" + Redaction.text(this) + "]";
  }
}
