/**
 * Waiting for things to happen, with a limit, and with all that is known when they do not. JDK
 * only; the other test packages use it. Begin with {@link io.webrtc4j.interop.waiting.Happenings}.
 */
package io.webrtc4j.interop.waiting;
