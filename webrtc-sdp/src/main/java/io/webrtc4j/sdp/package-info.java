/** To be written. */
package io.webrtc4j.sdp;
