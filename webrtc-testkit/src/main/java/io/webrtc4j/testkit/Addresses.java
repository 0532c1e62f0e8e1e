package io.webrtc4j.testkit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses as text. */
final class Addresses {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private Addresses() {}

  static InetAddress parse(String literal) {
    if (!LITERAL.matcher(literal).matches()) {
      throw new IllegalArgumentException("an IP address is needed, not \"" + literal + "\"");
    }
    try {
      return InetAddress.getByName(literal); // A literal is not looked up.
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an IP address is needed, not \"" + literal + "\"", e);
    }
  }
}
