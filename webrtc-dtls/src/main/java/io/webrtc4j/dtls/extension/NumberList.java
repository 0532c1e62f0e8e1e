package io.webrtc4j.dtls.extension;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/** Lists of 8-bit or 16-bit numbers behind their length in bytes, of which hellos are full. */
public final class NumberList {

  private NumberList() {}

  /** 16-bit numbers, at least one, behind a 16-bit length. */
  public static List<Integer> parse16(ByteReader in) throws DecodeException {
    return numbers16(in.slice(in.u16()));
  }

  /** 16-bit numbers, at least one, behind an 8-bit length. */
  public static List<Integer> parse16BehindByte(ByteReader in) throws DecodeException {
    return numbers16(in.slice(in.u8()));
  }

  /** 8-bit numbers, at least one, behind an 8-bit length. */
  public static List<Integer> parse8(ByteReader in) throws DecodeException {
    ByteReader list = in.slice(in.u8());
    list.require(1);
    List<Integer> numbers = new ArrayList<>();
    while (list.hasRemaining()) {
      numbers.add(list.u8());
    }
    return List.copyOf(numbers);
  }

  /** Writes 16-bit numbers behind a 16-bit length. */
  public static void write16(ByteWriter out, List<Integer> numbers) {
    out.u16(2 * numbers.size());
    numbers.forEach(out::u16);
  }

  /** Writes 16-bit numbers behind an 8-bit length. */
  public static void write16BehindByte(ByteWriter out, List<Integer> numbers) {
    out.u8(2 * numbers.size());
    numbers.forEach(out::u16);
  }

  /** Writes 8-bit numbers behind an 8-bit length. */
  public static void write8(ByteWriter out, List<Integer> numbers) {
    out.u8(numbers.size());
    numbers.forEach(out::u8);
  }

  /** Checks that nothing is left behind what was read. */
  public static void requireEnd(ByteReader in, String what) throws DecodeException {
    if (in.hasRemaining()) {
      throw new DecodeException(what + " has " + in.remaining() + " bytes too many");
    }
  }

  private static List<Integer> numbers16(ByteReader list) throws DecodeException {
    list.require(2);
    List<Integer> numbers = new ArrayList<>();
    while (list.hasRemaining()) {
      numbers.add(list.u16());
    }
    return List.copyOf(numbers);
  }
}
