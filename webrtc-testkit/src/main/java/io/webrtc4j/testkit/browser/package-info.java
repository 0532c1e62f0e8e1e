/**
 * A headless browser as a test's other peer: a process with a profile of its own, started on a page
 * of the user's, in which the test runs scripts and gets their results. No driver is needed.
 *
 * <p>May depend on {@code io.webrtc4j.testkit.process}, Jackson and, for the extension, JUnit; not
 * on the library under test. Begin with {@link io.webrtc4j.testkit.browser.BrowserExtension}.
 */
package io.webrtc4j.testkit.browser;
