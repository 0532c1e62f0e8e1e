package io.webrtc4j.session;

import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sctp.DataChannelTransport;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The session's data channels: they exist before there is an association to carry them, and are
 * opened on it when it comes. Their numbers here are the session's own.
 */
final class SessionChannels {
  private final Map<Integer, DataChannelParameters> waiting = new LinkedHashMap<>();
  private final Map<Integer, Integer> transportNumbers = new HashMap<>();
  private final Map<Integer, Integer> sessionNumbers = new HashMap<>();
  private final Map<Integer, Long> lowThresholds = new HashMap<>();
  private final Queue<DataChannelEvent> events = new ArrayDeque<>();
  private @Nullable DataChannelTransport transport;
  private int nextNumber;
  private boolean everOpened;

  /** Opens a channel, now or when there is a transport. */
  int open(DataChannelParameters parameters, long now) {
    everOpened = true;
    int number = nextNumber++;
    if (transport == null) {
      waiting.put(number, parameters);
    } else {
      openOn(transport, number, parameters, now);
    }
    return number;
  }

  /** Whether a channel was ever asked for, so that descriptions must have a section for data. */
  boolean wanted() {
    return everOpened;
  }

  /** Opens the channels that wait. */
  void attach(DataChannelTransport transport, long now) {
    this.transport = transport;
    waiting.forEach((number, parameters) -> openOn(transport, number, parameters, now));
    waiting.clear();
  }

  /** Sends a message; on a channel that closes or has closed, it vanishes. */
  void send(int number, boolean text, byte[] payload, long now) {
    Integer channel = transportNumbers.get(number);
    if (channel != null && transport != null) {
      try {
        transport.send(channel, text, payload, now);
      } catch (IllegalStateException e) {
        // It closed a moment ago, and the event that says so was not polled yet: W3C WebRTC §6.2
        // lets what is sent to a closing channel vanish.
        return;
      }
    }
  }

  void close(int number, long now) {
    Integer channel = transportNumbers.get(number);
    if (channel != null && transport != null) {
      transport.close(channel, now);
    } else if (waiting.remove(number) != null) {
      lowThresholds.remove(number);
      events.add(new DataChannelEvent.ChannelClosed(number, null));
    }
  }

  void lowThreshold(int number, long bytes) {
    Integer channel = transportNumbers.get(number);
    if (channel != null && transport != null) {
      transport.bufferedAmountLowThreshold(channel, bytes);
    } else if (waiting.containsKey(number)) {
      lowThresholds.put(number, bytes);
    }
  }

  long bufferedAmount(int number) {
    Integer channel = transportNumbers.get(number);
    return channel == null || transport == null ? 0 : transport.bufferedAmount(channel);
  }

  /** The SCTP stream, or -1 while it has none. */
  int streamId(int number) {
    Integer channel = transportNumbers.get(number);
    return channel == null || transport == null ? -1 : transport.streamId(channel);
  }

  @Nullable DataChannelEvent pollEvent() {
    return events.poll();
  }

  /** The transport's event with this session's numbers, or null where it is about none of ours. */
  @Nullable DataChannelEvent translate(DataChannelEvent event) {
    if (event instanceof DataChannelEvent.ChannelOffered offered) {
      int number = nextNumber++;
      bind(number, offered.channel());
      return new DataChannelEvent.ChannelOffered(number, offered.parameters(), offered.streamId());
    }
    if (event instanceof DataChannelEvent.ChannelOpened opened) {
      Integer number = sessionNumbers.get(opened.channel());
      return number == null ? null : new DataChannelEvent.ChannelOpened(number);
    }
    if (event instanceof DataChannelEvent.MessageReceived message) {
      Integer number = sessionNumbers.get(message.channel());
      return number == null
          ? null
          : new DataChannelEvent.MessageReceived(number, message.text(), message.payload());
    }
    if (event instanceof DataChannelEvent.BufferedAmountLow low) {
      Integer number = sessionNumbers.get(low.channel());
      return number == null ? null : new DataChannelEvent.BufferedAmountLow(number);
    }
    if (event instanceof DataChannelEvent.ChannelClosing closing) {
      Integer number = sessionNumbers.get(closing.channel());
      return number == null ? null : new DataChannelEvent.ChannelClosing(number);
    }
    if (event instanceof DataChannelEvent.ChannelClosed closed) {
      Integer number = sessionNumbers.remove(closed.channel());
      if (number == null) {
        return null;
      }
      transportNumbers.remove(number);
      return new DataChannelEvent.ChannelClosed(number, closed.error());
    }
    return event;
  }

  private void openOn(
      DataChannelTransport transport, int number, DataChannelParameters parameters, long now) {
    try {
      int channel = transport.open(parameters, now);
      bind(number, channel);
      Long threshold = lowThresholds.remove(number);
      if (threshold != null) {
        transport.bufferedAmountLowThreshold(channel, threshold);
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      // The id is in use, no stream is left, or the association has ended.
      lowThresholds.remove(number);
      events.add(new DataChannelEvent.ChannelClosed(number, e.getMessage()));
    }
  }

  private void bind(int number, int channel) {
    transportNumbers.put(number, channel);
    sessionNumbers.put(channel, number);
  }
}
