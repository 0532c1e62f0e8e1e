/**
 * The library against others, over real sockets on this machine: headless browsers, other stacks,
 * and the example programs as processes of their own. A test that needs a program which is not
 * there fails, saying how to install it. It may depend on everything. Begin with {@link
 * io.webrtc4j.interop.BrowserInterop}.
 */
package io.webrtc4j.interop;
