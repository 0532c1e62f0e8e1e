/**
 * A bad network between two programs of this machine, in real time: loss, delay and the like for
 * browsers and the library, which meet on loopback, where nothing is ever lost. Depends on
 * webrtc-sim, whose links it drives by the clock. Begin with {@link
 * io.webrtc4j.interop.shim.BadPath}.
 */
package io.webrtc4j.interop.shim;
