package io.webrtc4j.sctp.association;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * What our State Cookie says: all that is needed to make the association when it comes back (RFC
 * 9260 §5.1.3), so that an INIT leaves no trace here.
 *
 * @param localTieTag the Local-Tie-Tag, 0 if there was no TCB
 * @param peerTieTag the Peer's-Tie-Tag, 0 if there was no TCB
 * @param createdAt when it was made
 * @param lifespan nanoseconds during which it is good
 */
record Cookie(
    LocalEnd local, Peer peer, int localTieTag, int peerTieTag, long createdAt, long lifespan) {

  static Cookie parse(ByteReader in) throws DecodeException {
    LocalEnd local = new LocalEnd(in.i32(), in.i32());
    Peer peer = Peer.parse(in);
    return new Cookie(local, peer, in.i32(), in.i32(), in.i64(), in.i64());
  }

  void write(ByteWriter out) {
    out.u32(local.tag()).u32(local.initialTsn());
    peer.write(out);
    out.u32(localTieTag).u32(peerTieTag).u64(createdAt).u64(lifespan);
  }

  /** By how many nanoseconds it is too old at {@code now}; 0 or less if it is good. */
  long staleness(long now) {
    return now - createdAt - lifespan;
  }
}
