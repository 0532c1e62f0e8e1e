/**
 * SRTP and SRTCP (RFC 3711, RFC 7714): {@link io.webrtc4j.rtp.srtp.SrtpSendContext} protects
 * packets in place, {@link io.webrtc4j.rtp.srtp.SrtpReceiveContext} takes the protection off, each
 * with one {@link io.webrtc4j.rtp.srtp.SrtpMasterKey} for any number of sources.
 *
 * <p>Ciphers come from JCE. Depends on webrtc-common and on {@code io.webrtc4j.rtp} for where an
 * RTP header ends. Begin with {@code SrtpSendContext}; the RFCs' transforms are {@code
 * CounterModeRtp}, {@code GcmRtp} and their counterparts for RTCP.
 */
package io.webrtc4j.rtp.srtp;
