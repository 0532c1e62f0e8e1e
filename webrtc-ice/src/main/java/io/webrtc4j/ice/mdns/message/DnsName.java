package io.webrtc4j.ice.mdns.message;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A domain name (RFC 1035 §3.1): labels of any bytes. Kept in lower case, since letter case does
 * not tell names apart (RFC 6762 §16).
 */
public final class DnsName {
  /** RFC 1035 §2.3.4: the octets of a name, each label's length and the root's included. */
  static final int MAX_LENGTH = 255;

  private static final int MAX_LABEL_LENGTH = 63;

  /** RFC 1035 §4.1.4: both bits set make of two octets a pointer to where the name goes on. */
  private static final int POINTER = 0xc0;

  private static final int POINTER_OFFSET_MASK = 0x3fff;

  /** Each label behind its length, a character for each octet, without the root. */
  private final String wire;

  DnsName(String wire) {
    this.wire = wire;
  }

  /**
   * The name with these labels between dots.
   *
   * @throws IllegalArgumentException if a label is empty or longer than 63 characters, the name is
   *     longer than 254 or a character is not of Latin-1
   */
  public static DnsName of(String dotted) {
    StringBuilder wire = new StringBuilder(dotted.length() + 1);
    for (String label : dotted.split("\\.", -1)) {
      if (label.isEmpty() || label.length() > MAX_LABEL_LENGTH) {
        throw new IllegalArgumentException("a label has from 1 to 63 characters: " + dotted);
      }
      wire.append((char) label.length());
      label.chars().map(DnsName::octet).forEach(c -> wire.append((char) c));
    }
    if (wire.length() >= MAX_LENGTH) {
      throw new IllegalArgumentException("a name has at most 254 characters: " + dotted);
    }
    return new DnsName(wire.toString());
  }

  /**
   * Reads a name whose message begins at {@code origin} in the reader's array. Each pointer has to
   * point before the one that led there, so that none is followed twice.
   */
  static DnsName parse(ByteReader reader, int origin) throws DecodeException {
    StringBuilder wire = new StringBuilder();
    ByteReader labels = reader;
    int limit = reader.position();
    for (int length = labels.u8(); length != 0; length = labels.u8()) {
      if ((length & POINTER) == POINTER) {
        int target = origin + (((length << Byte.SIZE) | labels.u8()) & POINTER_OFFSET_MASK);
        if (target >= limit) {
          throw new DecodeException("a compressed name points forwards or to itself");
        }
        labels = new ByteReader(reader.array(), target, limit);
        limit = target;
      } else if (length > MAX_LABEL_LENGTH) {
        throw new DecodeException("a label of an unknown kind: " + length);
      } else {
        append(wire, labels, length);
      }
    }
    return new DnsName(wire.toString());
  }

  private static void append(StringBuilder wire, ByteReader labels, int length)
      throws DecodeException {
    if (wire.length() + 1 + length >= MAX_LENGTH) {
      throw new DecodeException("a name is longer than " + MAX_LENGTH + " octets");
    }
    wire.append((char) length);
    labels.require(length);
    for (int i = 0; i < length; i++) {
      wire.append((char) lowerCase(labels.u8()));
    }
  }

  /** Each label behind its length, one character for each octet, without the root's. */
  String wire() {
    return wire;
  }

  private static int octet(int character) {
    if (character > 0xff) {
      throw new IllegalArgumentException("a character that is no octet: " + character);
    }
    return lowerCase(character);
  }

  private static int lowerCase(int octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DnsName that && wire.equals(that.wire);
  }

  @Override
  public int hashCode() {
    return wire.hashCode();
  }

  /** The labels with a dot behind each but the last; a dot within a label is not marked. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < wire.length(); at += 1 + wire.charAt(at)) {
      text.append(at == 0 ? "" : ".").append(wire, at + 1, at + 1 + wire.charAt(at));
    }
    return new String(
        text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
