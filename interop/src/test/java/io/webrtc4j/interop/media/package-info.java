/**
 * Offer and answer with audio and video, between the library and a browser or between any two
 * peers: {@code MediaPeer} is one of them, {@code Meeting} brings two together and looks whether
 * they agree, and a {@code Scenario} is what they do. Begin with {@code MediaInterop}.
 */
package io.webrtc4j.interop.media;
