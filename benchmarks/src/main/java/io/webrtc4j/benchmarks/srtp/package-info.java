/**
 * The other implementations that SRTP is compared with: {@link
 * io.webrtc4j.benchmarks.srtp.JitsiSrtp} and JCE's bare ciphers, {@link
 * io.webrtc4j.benchmarks.srtp.BareCipher}. No part of ours is used here.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.benchmarks.srtp;
