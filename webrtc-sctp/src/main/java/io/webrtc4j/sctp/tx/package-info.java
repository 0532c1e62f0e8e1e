/**
 * The sending half of an association: the queue of messages, what is outstanding, congestion
 * control, the retransmission timer, and what becomes of messages that may be lost (RFC 3758).
 *
 * <p>Depends on the packets alone. Begin with {@link io.webrtc4j.sctp.tx.DataSender}; {@code
 * SendQueue} is what waits to be sent, {@code OutstandingData} what waits to be acknowledged,
 * {@code Forwarding} what the peer is told not to wait for.
 */
package io.webrtc4j.sctp.tx;
