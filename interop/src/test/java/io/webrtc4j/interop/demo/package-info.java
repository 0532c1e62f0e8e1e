/**
 * The demo as people see it: its program, and Chromium with no switch for WebRTC, in a network of
 * their own. Chromium hides its addresses behind mDNS names there and has no loopback candidates,
 * so that the two connect through peer-reflexive ones. Begin with {@link
 * io.webrtc4j.interop.demo.DemoTest}.
 */
package io.webrtc4j.interop.demo;
