package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.extension.NumberList;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificate (RFC 5246 §7.4.2).
 *
 * @param chain encoded certificates, the sender's own one first; empty if it has none
 */
public record Certificate(List<byte[]> chain) {
  private static final int MAX_CHAIN = 8;

  /** Reads the body. */
  public static Certificate parse(byte[] body) throws DecodeException {
    ByteReader in = new ByteReader(body);
    ByteReader list = in.slice(in.u24());
    NumberList.requireEnd(in, "Certificate");
    List<byte[]> chain = new ArrayList<>();
    while (list.hasRemaining()) {
      chain.add(list.bytes(list.u24()));
      if (chain.size() > MAX_CHAIN) {
        throw new DecodeException("more than " + MAX_CHAIN + " certificates");
      }
    }
    return new Certificate(List.copyOf(chain));
  }

  /** The body. */
  public byte[] encode() {
    ByteWriter out = ByteWriter.growing();
    out.u24(chain.stream().mapToInt(certificate -> 3 + certificate.length).sum());
    chain.forEach(certificate -> out.u24(certificate.length).bytes(certificate));
    return out.toByteArray();
  }
}
