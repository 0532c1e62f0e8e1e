/**
 * Every parser and every engine against bytes that nobody meant: the same {@link Target targets}
 * for Jazzer ({@code ./fuzz}), for a short run of mutations in the ordinary tests, and for the
 * inputs of other projects ({@code -Dcorpora=DIR}).
 *
 * <p>May use everything. Begin with {@link Target} and {@link Guard}; the parsers are in {@link
 * io.webrtc4j.fuzz.targets}.
 */
package io.webrtc4j.fuzz;
