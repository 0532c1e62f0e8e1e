package io.webrtc4j.sdp;

import java.util.Set;

/** What may be shown of lines that carry secrets: that they are there, and no more. */
final class Redaction {
  private static final String HIDDEN = "(hidden)";
  private static final Set<String> SECRET_ATTRIBUTES = Set.of("ice-pwd", "crypto", "key-mgmt");

  private Redaction() {}

  /** The line's text, without its secret. */
  static String text(Line line) {
    if (line instanceof EncryptionKey key) {
      return key.method() + (key.value() == null ? "" : ":" + HIDDEN);
    }
    if (line instanceof Attribute attribute && SECRET_ATTRIBUTES.contains(attribute.name())) {
      return attribute.name() + ":" + HIDDEN;
    }
    return line.text();
  }
}
