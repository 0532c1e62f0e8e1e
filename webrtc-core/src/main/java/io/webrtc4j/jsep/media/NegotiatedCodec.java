package io.webrtc4j.jsep.media;

import java.util.OptionalInt;

/**
 * A codec that both peers have, one way.
 *
 * @param payloadType what stands for it in RTP packets that go this way
 * @param codec with the parameters that the receiver of this way wants, and the feedback that both
 *     know. Of {@code rtx} the parameters are {@code apt=N}, of {@code red} what it repeats
 * @param rtxPayloadType what its retransmissions have, if there are any (RFC 4588)
 */
public record NegotiatedCodec(int payloadType, Codec codec, OptionalInt rtxPayloadType) {}
