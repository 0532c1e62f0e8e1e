package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;

/** What the payloads of a codec of audio must be like. */
@FunctionalInterface
interface AudioSyntax {
  /** Any bytes, of G.711 for instance: a sample is what a byte says. */
  AudioSyntax ANY = (array, start, end) -> {};

  AudioSyntax OPUS = OpusPacket::duration;
  AudioSyntax TELEPHONE_EVENTS = TelephoneEvent::check;

  /** Checks a payload that has at least one byte. */
  void check(byte[] array, int start, int end) throws DecodeException;
}
