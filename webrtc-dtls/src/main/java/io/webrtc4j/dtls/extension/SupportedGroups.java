package io.webrtc4j.dtls.extension;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * The groups that the client takes for the key exchange, best first (RFC 8422 §5.1.1).
 *
 * @param groups numbers of groups, known here or not
 */
public record SupportedGroups(List<Integer> groups) {
  /** Reads the extension's content. */
  public static SupportedGroups parse(byte[] content) throws DecodeException {
    ByteReader in = new ByteReader(content);
    List<Integer> groups = NumberList.parse16(in);
    NumberList.requireEnd(in, "supported_groups");
    return new SupportedGroups(groups);
  }

  /** The extension's content. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing();
    NumberList.write16(out, groups);
    return out.toByteArray();
  }
}
