package io.webrtc4j.dtls.extension;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * How points on curves may be encoded (RFC 8422 §5.1.2).
 *
 * @param formats numbers of formats
 */
public record EcPointFormats(List<Integer> formats) {
  /** The one format that is left (RFC 8422 §5.1.2). */
  public static final int UNCOMPRESSED = 0;

  /** Reads the extension's content. */
  public static EcPointFormats parse(byte[] content) throws DecodeException {
    ByteReader in = new ByteReader(content);
    List<Integer> formats = NumberList.parse8(in);
    NumberList.requireEnd(in, "ec_point_formats");
    return new EcPointFormats(formats);
  }

  /** The extension's content. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing();
    NumberList.write8(out, formats);
    return out.toByteArray();
  }
}
