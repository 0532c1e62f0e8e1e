/**
 * Every other stack there is against the example programs: each as the offerer to the echo server,
 * and as the server of the echo client, many connections in a row, in a network of their own. May
 * depend on the packages beside it. Begin with {@link io.webrtc4j.interop.matrix.MatrixTest}; what
 * happens is in {@link io.webrtc4j.interop.matrix.MatrixRun}.
 */
package io.webrtc4j.interop.matrix;
