/** To be written. */
package io.webrtc4j.dtls;
