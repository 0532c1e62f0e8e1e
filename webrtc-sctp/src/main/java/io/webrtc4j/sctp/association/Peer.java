package io.webrtc4j.sctp.association;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.ForwardTsnSupported;
import io.webrtc4j.sctp.packet.InitFields;
import io.webrtc4j.sctp.packet.Parameter;
import io.webrtc4j.sctp.packet.Parameters;
import io.webrtc4j.sctp.packet.SupportedExtensions;
import java.util.List;

/**
 * What the peer said in its INIT or INIT ACK.
 *
 * @param tag its verification tag
 * @param reConfig whether it understands RE-CONFIG (RFC 6525)
 * @param forwardTsn whether it understands FORWARD TSN (RFC 3758)
 */
public record Peer(
    int tag,
    int initialTsn,
    long aRwnd,
    int outboundStreams,
    int inboundStreams,
    boolean reConfig,
    boolean forwardTsn) {
  private static final int RE_CONFIG_FLAG = 1;
  private static final int FORWARD_TSN_FLAG = 2;

  static Peer of(InitFields fields, List<Parameter> parameters) {
    List<Integer> extensions =
        Parameters.first(parameters, SupportedExtensions.class)
            .map(SupportedExtensions::chunkTypes)
            .orElse(List.of());
    return new Peer(
        fields.initiateTag(),
        fields.initialTsn(),
        fields.aRwnd(),
        fields.outboundStreams(),
        fields.inboundStreams(),
        extensions.contains(ChunkType.RE_CONFIG),
        Parameters.first(parameters, ForwardTsnSupported.class).isPresent());
  }

  static Peer parse(ByteReader in) throws DecodeException {
    int tag = in.i32();
    int initialTsn = in.i32();
    long aRwnd = in.u32();
    int outboundStreams = in.u16();
    int inboundStreams = in.u16();
    int flags = in.u8();
    return new Peer(
        tag,
        initialTsn,
        aRwnd,
        outboundStreams,
        inboundStreams,
        (flags & RE_CONFIG_FLAG) != 0,
        (flags & FORWARD_TSN_FLAG) != 0);
  }

  void write(ByteWriter out) {
    out.u32(tag).u32(initialTsn).u32(aRwnd).u16(outboundStreams).u16(inboundStreams);
    out.u8((reConfig ? RE_CONFIG_FLAG : 0) | (forwardTsn ? FORWARD_TSN_FLAG : 0));
  }
}
