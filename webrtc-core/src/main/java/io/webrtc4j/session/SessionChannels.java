package io.webrtc4j.session;

import io.webrtc4j.sctp.DataChannelCounters;
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
 * opened on it when it comes. Their numbers here are the session's own, and outlive a move of the
 * association to another transport before it is established.
 */
final class SessionChannels {
  private final Map<Integer, DataChannelParameters> waiting = new LinkedHashMap<>();
  private final Map<Integer, DataChannelParameters> opened = new LinkedHashMap<>();
  private final Map<Integer, Integer> transportNumbers = new HashMap<>();
  private final Map<Integer, Integer> sessionNumbers = new HashMap<>();
  private final Map<Integer, Long> lowThresholds = new HashMap<>();
  private final Queue<DataChannelEvent> events = new ArrayDeque<>();
  private @Nullable DataChannelTransport transport;
  private int nextNumber;

  /** Opens a channel, now or when there is a transport. */
  int open(DataChannelParameters parameters, long now) {
    int number = nextNumber++;
    if (transport == null) {
      waiting.put(number, parameters);
    } else {
      openOn(transport, number, parameters, now);
    }
    return number;
  }

  /** Gives a channel that waits its stream. */
  void assign(int number, int streamId) {
    waiting.computeIfPresent(
        number,
        (key, asked) ->
            new DataChannelParameters(
                asked.label(),
                asked.ordered(),
                asked.maxPacketLifeTimeMillis(),
                asked.maxRetransmits(),
                asked.protocol(),
                asked.negotiated(),
                streamId));
  }

  /** Opens the channels that wait. */
  void attach(DataChannelTransport transport, long now) {
    this.transport = transport;
    waiting.forEach((number, parameters) -> openOn(transport, number, parameters, now));
    waiting.clear();
  }

  /** Whether there is an association that has not ended. */
  boolean isEstablished() {
    return transport != null && transport.maxChannels() > 0;
  }

  /**
   * Lets go of the transport, which another will replace. If there was no association yet, the
   * channels wait for the other one.
   */
  void detach() {
    drain();
    if (transport != null && transport.maxChannels() == 0) {
      opened.keySet().retainAll(transportNumbers.keySet());
      waiting.putAll(opened);
      forgetTransport();
    }
  }

  /** Takes over what a transport that was ended had left to tell, and lets go of it. */
  void ended() {
    drain();
    forgetTransport();
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
    if (channel != null || waiting.containsKey(number)) {
      lowThresholds.put(number, bytes);
    }
    if (channel != null && transport != null) {
      transport.bufferedAmountLowThreshold(channel, bytes);
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

  DataChannelCounters counters(int number) {
    Integer channel = transportNumbers.get(number);
    return channel == null || transport == null
        ? new DataChannelCounters(0, 0, 0, 0)
        : transport.counters(channel);
  }

  @Nullable DataChannelEvent pollEvent() {
    DataChannelEvent event = events.poll();
    while (event == null && transport != null) {
      DataChannelEvent next = transport.pollEvent();
      if (next == null) {
        return null;
      }
      event = translate(next);
    }
    return event;
  }

  /** The transport's event with this session's numbers, or null where it is about none of ours. */
  private @Nullable DataChannelEvent translate(DataChannelEvent event) {
    if (event instanceof DataChannelEvent.Established) {
      opened.clear();
      return event;
    }
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
      opened.remove(number);
      lowThresholds.remove(number);
      return new DataChannelEvent.ChannelClosed(number, closed.error());
    }
    return event;
  }

  private void openOn(
      DataChannelTransport transport, int number, DataChannelParameters parameters, long now) {
    try {
      int channel = transport.open(parameters, now);
      bind(number, channel);
      if (transport.maxChannels() == 0) {
        opened.put(number, parameters);
      }
      Long threshold = lowThresholds.get(number);
      if (threshold != null) {
        transport.bufferedAmountLowThreshold(channel, threshold);
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      // The id is in use, no stream is left, or the association has ended.
      lowThresholds.remove(number);
      events.add(new DataChannelEvent.ChannelClosed(number, e.getMessage()));
    }
  }

  private void drain() {
    while (transport != null) {
      DataChannelEvent event = transport.pollEvent();
      if (event == null) {
        return;
      }
      DataChannelEvent ours = translate(event);
      if (ours != null) {
        events.add(ours);
      }
    }
  }

  private void forgetTransport() {
    transport = null;
    transportNumbers.clear();
    sessionNumbers.clear();
    opened.clear();
  }

  private void bind(int number, int channel) {
    transportNumbers.put(number, channel);
    sessionNumbers.put(channel, number);
  }
}
