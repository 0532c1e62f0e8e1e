package io.webrtc4j.sctp;

import org.jspecify.annotations.Nullable;

/** What {@link DataChannelTransport#pollEvent} tells. Channels are named by their handles. */
public sealed interface DataChannelEvent {

  /**
   * The association is established.
   *
   * @param maxChannels how many channels can be open at a time: the streams negotiated
   */
  record Established(int maxChannels) implements DataChannelEvent {}

  /**
   * The peer opened a channel. It is open, and messages for it follow.
   *
   * @param channel the new channel's handle
   * @param parameters what the peer opened it with; {@code id} is the stream identifier
   * @param streamId its stream identifier
   */
  record ChannelOffered(int channel, DataChannelParameters parameters, int streamId)
      implements DataChannelEvent {}

  /** A channel that we opened is open: see {@link DataChannelTransport#open}. */
  record ChannelOpened(int channel) implements DataChannelEvent {}

  /**
   * A message arrived.
   *
   * @param channel the channel's handle
   * @param text whether the payload is a string in UTF-8 (not checked here)
   * @param payload the message; the receiver of the event owns it
   */
  @SuppressWarnings("ArrayRecordComponent") // The payload is handed on, never compared.
  record MessageReceived(int channel, boolean text, byte[] payload) implements DataChannelEvent {}

  /** The buffered amount has fallen to the channel's threshold or below. */
  record BufferedAmountLow(int channel) implements DataChannelEvent {}

  /** The peer began to close the channel; {@link ChannelClosed} follows. */
  record ChannelClosing(int channel) implements DataChannelEvent {}

  /**
   * The channel is closed and its handle forgotten.
   *
   * @param error why it broke, or null if it was closed in good order
   */
  record ChannelClosed(int channel, @Nullable String error) implements DataChannelEvent {}

  /**
   * The association failed; nothing works any more. Comes once, after a {@link ChannelClosed} for
   * each channel.
   */
  record Failed(String reason) implements DataChannelEvent {}

  /**
   * The association ended in good order, by a shutdown or an abort of ours. Comes once, after a
   * {@link ChannelClosed} for each channel.
   */
  record Closed(String reason) implements DataChannelEvent {}
}
