/**
 * How handshake messages travel (RFC 6347 §4.2): flights that are sent again until they are
 * answered, fragments of messages in any order, records put together into datagrams. {@link
 * io.webrtc4j.dtls.flight.OutgoingDatagrams} is the way out, {@link
 * io.webrtc4j.dtls.flight.IncomingMessages} the way in; begin there.
 *
 * <p>Depends on {@code handshake}, {@code record} and webrtc-common; does not know what the
 * messages mean.
 */
package io.webrtc4j.dtls.flight;
