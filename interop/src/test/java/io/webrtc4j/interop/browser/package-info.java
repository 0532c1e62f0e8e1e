/**
 * A headless browser as a test's other peer: the testkit's {@code BrowserPage} on a page whose peer
 * connections do what the test tells them, and Chromium looked at from outside. It may depend on
 * the testkit's browser, the JDK and Jackson, not on the library under test. Begin with {@link
 * io.webrtc4j.interop.browser.PeersPage}.
 */
package io.webrtc4j.interop.browser;
