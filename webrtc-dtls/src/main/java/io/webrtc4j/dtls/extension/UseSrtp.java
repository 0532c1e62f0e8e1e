package io.webrtc4j.dtls.extension;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * SRTP protection profiles (RFC 5764 §4.1.1). The master key identifier is read and not kept: it is
 * empty in WebRTC.
 *
 * @param profiles numbers of profiles, best first; exactly one in a ServerHello
 */
public record UseSrtp(List<Integer> profiles) {
  /** Reads the extension's content. */
  public static UseSrtp parse(byte[] content) throws DecodeException {
    ByteReader in = new ByteReader(content);
    List<Integer> profiles = NumberList.parse16(in);
    in.skip(in.u8());
    NumberList.requireEnd(in, "use_srtp");
    return new UseSrtp(profiles);
  }

  /** The extension's content. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing();
    NumberList.write16(out, profiles);
    out.u8(0);
    return out.toByteArray();
  }
}
