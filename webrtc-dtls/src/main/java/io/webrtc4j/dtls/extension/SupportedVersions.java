package io.webrtc4j.dtls.extension;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * The versions that the client speaks, best first (RFC 8446 §4.2.1).
 *
 * @param versions numbers of versions
 */
public record SupportedVersions(List<Integer> versions) {
  /** Reads the extension's content. */
  public static SupportedVersions parse(byte[] content) throws DecodeException {
    ByteReader in = new ByteReader(content);
    List<Integer> versions = NumberList.parse16BehindByte(in);
    NumberList.requireEnd(in, "supported_versions");
    return new SupportedVersions(versions);
  }

  /** The extension's content. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing();
    NumberList.write16BehindByte(out, versions);
    return out.toByteArray();
  }
}
