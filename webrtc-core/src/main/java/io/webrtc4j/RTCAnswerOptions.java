package io.webrtc4j;

/** How an answer is to be: nothing to choose so far (W3C WebRTC §4.2.6). */
public record RTCAnswerOptions() {}
