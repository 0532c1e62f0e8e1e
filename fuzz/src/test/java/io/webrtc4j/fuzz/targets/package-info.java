/**
 * The targets: one class for each parser, which reads an input in every way that the library does,
 * writes what it has read, and reads that again; and one for each engine, which takes the input as
 * what arrives from a peer, authenticated where that can be had.
 *
 * <p>{@link io.webrtc4j.fuzz.targets.Conversations} has two of our engines talk, so that the seeds
 * are what is really sent.
 */
package io.webrtc4j.fuzz.targets;
