/**
 * Programs that a test starts beside itself: found on the path (or the test fails with how to
 * install them), with what they print kept for the test's failure, and ended with all that they
 * started. JDK only. Begin with {@link io.webrtc4j.testkit.process.ChildProcess}.
 */
package io.webrtc4j.testkit.process;
