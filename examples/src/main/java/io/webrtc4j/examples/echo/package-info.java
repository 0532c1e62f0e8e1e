/**
 * An echo server for data channels, audio and video, and a client that tries out a server's data
 * channels. Signalling is one HTTP request: {@code POST /offer} with {@code
 * {"type":"offer","sdp":"…"}}, answered with {@code {"type":"answer","sdp":"…"}}; both descriptions
 * hold all candidates. It depends on webrtc-core, the JDK's HTTP server and client, and Jackson.
 * Begin with {@link io.webrtc4j.examples.echo.EchoPeer}: a whole WebRTC peer on one page.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.examples.echo;
