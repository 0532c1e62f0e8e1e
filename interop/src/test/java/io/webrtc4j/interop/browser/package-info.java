/**
 * A headless browser as a test's other peer: a process with a profile of its own, started on a page
 * that fetches its commands from the test and posts back what came of them. No driver is needed. It
 * may depend on the JDK and Jackson, not on the library under test. Begin with {@link
 * io.webrtc4j.interop.browser.BrowserPage}.
 */
package io.webrtc4j.interop.browser;
