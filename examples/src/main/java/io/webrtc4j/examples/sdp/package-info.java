/** A program that sends a session description through the parser and the writer. */
package io.webrtc4j.examples.sdp;
