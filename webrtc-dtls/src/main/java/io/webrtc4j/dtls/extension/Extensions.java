package io.webrtc4j.dtls.extension;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The extensions of a hello by their numbers, in order (RFC 5246 §7.4.1.4). Their contents are read
 * by who wants them. Not changed after it has been built.
 */
public final class Extensions {
  private final Map<Integer, byte[]> contents = new LinkedHashMap<>();

  /** The extensions at the end of a hello; none if nothing is left. */
  public static Extensions parse(ByteReader in) throws DecodeException {
    Extensions extensions = new Extensions();
    if (!in.hasRemaining()) {
      return extensions;
    }
    ByteReader list = in.slice(in.u16());
    while (list.hasRemaining()) {
      int type = list.u16();
      if (extensions.contents.put(type, list.bytes(list.u16())) != null) {
        throw new DecodeException("extension " + type + " comes twice");
      }
    }
    return extensions;
  }

  /** Writes all, or nothing at all if there is none. */
  public void write(ByteWriter out) {
    if (contents.isEmpty()) {
      return;
    }
    int length = contents.values().stream().mapToInt(content -> 4 + content.length).sum();
    out.u16(length);
    contents.forEach((type, content) -> out.u16(type).u16(content.length).bytes(content));
  }

  /** Adds an extension at the end. */
  public Extensions with(int type, byte[] content) {
    contents.put(type, content);
    return this;
  }

  /** The content of the extension with this number, or null. */
  public byte @Nullable [] content(int type) {
    return contents.get(type);
  }

  /** Whether there is one with this number. */
  public boolean contains(int type) {
    return contents.containsKey(type);
  }

  /** The numbers, in order. */
  public Set<Integer> types() {
    return contents.keySet();
  }
}
