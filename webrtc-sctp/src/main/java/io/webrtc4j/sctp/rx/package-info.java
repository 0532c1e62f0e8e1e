/**
 * The receiving half of an association: which TSNs arrived, reassembly, order in streams, the
 * receive window, and when to acknowledge.
 *
 * <p>Depends on the packets alone. Begin with {@link io.webrtc4j.sctp.rx.DataReceiver}; {@code
 * ReceivedTsns}, {@code Reassembly} and {@code InboundStream} are the steps that a DATA chunk
 * takes.
 */
package io.webrtc4j.sctp.rx;
