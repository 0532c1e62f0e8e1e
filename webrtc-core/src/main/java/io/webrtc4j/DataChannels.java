package io.webrtc4j;

import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.session.PeerSession;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The connection's data channels, by the session's numbers. On the event loop. */
final class DataChannels {
  private final Connection connection;
  private final ConnectionListeners listeners;
  private final ChannelIds ids;
  private final Map<Integer, RTCDataChannel> channels = new HashMap<>();

  DataChannels(Connection connection, ConnectionListeners listeners, ChannelIds ids) {
    this.connection = connection;
    this.listeners = listeners;
    this.ids = ids;
  }

  /** Makes {@code channel} hear of its events. */
  void register(int number, RTCDataChannel channel) {
    channel.bind(number);
    channels.put(number, channel);
  }

  /** The channels that are not closed, by their numbers. */
  Map<Integer, RTCDataChannel> open() {
    return Map.copyOf(channels);
  }

  /** Closes all channels without telling. */
  void close() {
    channels.values().forEach(RTCDataChannel::markClosed);
    channels.clear();
  }

  /** Closes all channels with an error: nothing carries them any more. */
  void broken(String reason) {
    for (RTCDataChannel channel : channels.values()) {
      connection.queueTask(told -> told.add(() -> channel.closed(reason)));
    }
    channels.clear();
  }

  void updateBuffered(PeerSession session) {
    for (RTCDataChannel channel : channels.values()) {
      if (channel.hasBuffered()) {
        channel.updateBuffered(session);
      }
    }
  }

  void handle(DataChannelEvent event, PeerSession session, PeerDriver driver) {
    if (event instanceof DataChannelEvent.ChannelOffered offered) {
      offered(offered, driver);
    } else if (event instanceof DataChannelEvent.ChannelOpened opened) {
      tell(opened.channel(), session, RTCDataChannel::opened);
    } else if (event instanceof DataChannelEvent.MessageReceived message) {
      received(message);
    } else if (event instanceof DataChannelEvent.BufferedAmountLow low) {
      tell(low.channel(), session, RTCDataChannel::bufferedAmountBecameLow);
    } else if (event instanceof DataChannelEvent.ChannelClosing closing) {
      tell(closing.channel(), session, RTCDataChannel::peerCloses);
    } else if (event instanceof DataChannelEvent.ChannelClosed ended) {
      tell(ended.channel(), session, channel -> channel.closed(ended.error()));
      giveBack(channels.remove(ended.channel()));
    } else if (event instanceof DataChannelEvent.Established established) {
      transport(sctp -> sctp.connected(established.maxChannels()));
    } else if (event instanceof DataChannelEvent.Failed
        || event instanceof DataChannelEvent.Closed) {
      transport(RTCSctpTransport::ended);
    }
  }

  /** On the loop, in order with the ids that the peer chooses. */
  private void giveBack(@Nullable RTCDataChannel closed) {
    Integer id = closed == null ? null : closed.id();
    if (id != null) {
      ids.giveBack(id);
    }
  }

  private void transport(Consumer<RTCSctpTransport> action) {
    connection.queueTask(
        told -> {
          RTCSctpTransport sctp = connection.visible.sctp();
          if (sctp != null) {
            told.add(() -> action.accept(sctp));
          }
        });
  }

  private void received(DataChannelEvent.MessageReceived message) {
    RTCDataChannel channel = channels.get(message.channel());
    if (channel != null) {
      connection.callbacks.execute(
          () -> {
            if (!connection.visible.isClosed()) {
              channel.received(message.text(), message.payload());
            }
          },
          message.payload().length);
    }
  }

  private void tell(int number, PeerSession session, Consumer<RTCDataChannel> action) {
    RTCDataChannel channel = channels.get(number);
    if (channel != null) {
      channel.updateBuffered(session);
      connection.queueTask(told -> told.add(() -> action.accept(channel)));
    }
  }

  /** W3C WebRTC §6.2, "announce a data channel created by the other peer". */
  private void offered(DataChannelEvent.ChannelOffered offered, PeerDriver driver) {
    DataChannelParameters parameters = offered.parameters();
    RTCDataChannelInit init =
        new RTCDataChannelInit(
            parameters.ordered(),
            parameters.maxPacketLifeTimeMillis(),
            parameters.maxRetransmits(),
            parameters.protocol(),
            false,
            offered.streamId());
    RTCDataChannel channel =
        new RTCDataChannel(
            parameters.label(), init, driver, connection.visible, connection.callbacks);
    register(offered.channel(), channel);
    ids.note(offered.streamId());
    connection.queueTask(told -> told.add(() -> announce(channel)));
  }

  private void announce(RTCDataChannel channel) {
    boolean open = channel.markOpen();
    listeners.dataChannel.fire(new RTCDataChannelEvent(channel));
    if (open) {
      channel.fireOpen();
    }
  }
}
