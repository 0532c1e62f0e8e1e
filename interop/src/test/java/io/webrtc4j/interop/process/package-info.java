/**
 * The project's own programs, started beside a test by the testkit's {@code ChildProcess}: the
 * examples by their launchers, and classes in a network namespace. Begin with {@link
 * io.webrtc4j.interop.process.Launcher}.
 */
package io.webrtc4j.interop.process;
