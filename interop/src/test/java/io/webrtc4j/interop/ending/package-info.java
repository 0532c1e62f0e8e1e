/**
 * How connections end without a goodbye in the application: tabs closed, crashed and loaded again,
 * processes killed. The echo server has to notice all of them, at once or when the peer's consent
 * has run out, and to free the connection. May depend on the packages beside it. Begin with {@link
 * io.webrtc4j.interop.ending.EndingTest}; what happens is in {@link
 * io.webrtc4j.interop.ending.EndingRun}.
 */
package io.webrtc4j.interop.ending;
