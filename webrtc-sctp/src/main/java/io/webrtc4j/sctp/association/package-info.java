/**
 * The association: handshake, cookies and collisions, verification tags, shutdown, heartbeats,
 * stream resets, and the making of packets.
 *
 * <p>Depends on the packets and on the receiving and sending halves. Begin with {@link
 * io.webrtc4j.sctp.association.Association}, then {@code AssociationState}; each procedure of RFC
 * 9260 is a class of its own.
 */
package io.webrtc4j.sctp.association;
