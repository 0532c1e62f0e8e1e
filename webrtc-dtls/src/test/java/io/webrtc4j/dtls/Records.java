package io.webrtc4j.dtls;

import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.record.ContentType;

/** Makes records by hand, as anyone on the path can. */
final class Records {
  private static final int VERSION = 0xfefd;

  private Records() {}

  static byte[] record(int type, int epoch, long sequence, byte[] content) {
    return ByteWriter.growing()
        .u8(type)
        .u16(VERSION)
        .u16(epoch)
        .u48(sequence)
        .u16(content.length)
        .bytes(content)
        .toByteArray();
  }

  /** A record in the clear. */
  static byte[] plain(int type, byte[] content) {
    return record(type, 0, 77, content);
  }

  /** A record in the clear with a part of a message. */
  static byte[] fragment(HandshakeMessage message, int offset, int length) {
    ByteWriter out = ByteWriter.growing();
    HandshakeFragment.write(out, message, offset, length);
    return plain(ContentType.HANDSHAKE, out.toByteArray());
  }

  /** A record in the clear with a whole message. */
  static byte[] message(int type, int messageSeq, byte[] body) {
    return fragment(new HandshakeMessage(type, messageSeq, body), 0, body.length);
  }

  /** A fatal alert in the clear. */
  static byte[] fatalAlert(int description) {
    return plain(ContentType.ALERT, new byte[] {2, (byte) description});
  }
}
