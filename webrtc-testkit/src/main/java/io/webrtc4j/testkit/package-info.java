/**
 * A network of virtual hosts on which the shipped {@code RTCPeerConnection} runs: one thread, one
 * virtual clock, one seed. Links lose, delay, reorder and duplicate; NATs translate; hosts pause
 * and change their addresses; a log tells what became of each packet.
 *
 * <p>May depend on {@code io.webrtc4j}, its {@code world} and webrtc-sim. Begin with {@link
 * io.webrtc4j.testkit.VirtualNetwork}.
 */
package io.webrtc4j.testkit;
