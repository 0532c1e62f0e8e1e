package io.webrtc4j;

import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.driver.SessionListener;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.session.NegotiatedEvent;
import io.webrtc4j.session.NegotiatedSession;
import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.SessionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries a session's events from the event loop to the callback queue, where they change what the
 * user sees and reach the listeners.
 */
final class ConnectionEvents implements SessionListener {
  final Listeners<Event> negotiationNeeded = new Listeners<>();
  final Listeners<RTCPeerConnectionIceEvent> iceCandidate = new Listeners<>();
  final Listeners<Event> signalingStateChange = new Listeners<>();
  final Listeners<Event> iceGatheringStateChange = new Listeners<>();
  final Listeners<Event> iceConnectionStateChange = new Listeners<>();
  final Listeners<Event> connectionStateChange = new Listeners<>();
  final Listeners<RTCDataChannelEvent> dataChannel = new Listeners<>();

  /** Completes when the connection has left nothing behind. */
  final CompletableFuture<@Nullable Void> ended;

  private final CallbackQueue callbacks;
  private final VisibleState state;
  private final Map<Integer, RTCDataChannel> channels = new HashMap<>();
  private @Nullable PeerDriver driver;
  private @Nullable PeerSession session;
  private @Nullable NegotiatedSession negotiated;
  private volatile boolean closed;

  ConnectionEvents(CallbackQueue callbacks, VisibleState state) {
    this.callbacks = callbacks;
    this.state = state;
    this.ended = new CallbackFuture<>(callbacks);
  }

  /** Completes the construction: the driver and this object need one another. */
  void attach(PeerDriver driver, NegotiatedSession negotiated) {
    this.driver = driver;
    this.negotiated = negotiated;
    this.session = negotiated.session();
    callbacks.onDrained(driver::wake);
  }

  /** From now on nothing is told any more. */
  void close() {
    closed = true;
  }

  /** Makes {@code channel} hear of its events; on the event loop. */
  void register(int number, RTCDataChannel channel) {
    channel.bind(number);
    channels.put(number, channel);
  }

  /** Closes all channels without telling; on the event loop. */
  void closeChannels() {
    channels.values().forEach(RTCDataChannel::markClosed);
    channels.clear();
  }

  @Override
  public boolean acceptsMessages() {
    return callbacks.hasRoom();
  }

  @Override
  public void onSent(PeerSession session) {
    for (RTCDataChannel channel : channels.values()) {
      if (channel.hasBuffered()) {
        channel.updateBuffered(session);
      }
    }
  }

  @Override
  public void onEvent(SessionEvent event) {
    NegotiatedSession negotiated = Objects.requireNonNull(this.negotiated);
    negotiated.accept(event);
    deliver();
  }

  /** Tells what negotiation has led to; on the event loop. */
  void deliver() {
    NegotiatedSession negotiated = Objects.requireNonNull(this.negotiated);
    for (NegotiatedEvent event = negotiated.pollEvent();
        event != null;
        event = negotiated.pollEvent()) {
      onEvent(event);
    }
  }

  private void onEvent(NegotiatedEvent event) {
    if (event instanceof NegotiatedEvent.DescriptionsChanged changed) {
      tell(() -> state.descriptions(changed.descriptions()));
    } else if (event instanceof NegotiatedEvent.SignalingStateChanged changed) {
      tell(() -> signalingState(RTCSignalingState.valueOf(changed.state().name())));
    } else if (event instanceof NegotiatedEvent.NegotiationNeeded) {
      tell(() -> negotiationNeeded.fire(new Event("negotiationneeded")));
    } else if (event instanceof NegotiatedEvent.GatheringStateChanged changed) {
      tell(() -> gatheringState(RTCIceGatheringState.valueOf(changed.state().name())));
    } else if (event instanceof NegotiatedEvent.LocalCandidate local) {
      String text = local.candidate().text();
      tell(() -> candidate(text, local.mid(), local.index(), local.ufrag()));
    } else if (event instanceof NegotiatedEvent.EndOfLocalCandidates end) {
      tell(() -> candidate("", end.mid(), end.index(), end.ufrag()));
    } else if (event instanceof NegotiatedEvent.IceStateChanged changed) {
      tell(() -> iceState(RTCIceConnectionState.valueOf(changed.state().name())));
    } else if (event instanceof NegotiatedEvent.TransportsBegun) {
      tell(state::transportsBegun);
    } else if (event instanceof NegotiatedEvent.DtlsStateChanged changed) {
      RTCDtlsTransportState next = RTCDtlsTransportState.valueOf(changed.state().name());
      tell(() -> state.sctp.transport().become(next));
    } else if (event instanceof NegotiatedEvent.ConnectionStateChanged changed) {
      RTCPeerConnectionState next = RTCPeerConnectionState.valueOf(changed.state().name());
      tell(() -> connectionState(next, changed.reason()));
    } else if (event instanceof NegotiatedEvent.Data data) {
      onData(data.event());
    }
  }

  @Override
  public void onEnd() {
    callbacks.execute(() -> ended.complete(null));
  }

  private void tell(Runnable task) {
    callbacks.execute(() -> runIfOpen(task));
  }

  private void runIfOpen(Runnable task) {
    if (!closed) {
      task.run();
    }
  }

  private void onData(DataChannelEvent event) {
    if (event instanceof DataChannelEvent.ChannelOffered offered) {
      offered(offered);
    } else if (event instanceof DataChannelEvent.ChannelOpened opened) {
      onChannel(opened.channel(), true, RTCDataChannel::opened);
    } else if (event instanceof DataChannelEvent.MessageReceived message) {
      RTCDataChannel channel = channels.get(message.channel());
      if (channel != null) {
        callbacks.execute(
            () -> runIfOpen(() -> channel.received(message.text(), message.payload())),
            message.payload().length);
      }
    } else if (event instanceof DataChannelEvent.BufferedAmountLow low) {
      onChannel(low.channel(), false, RTCDataChannel::bufferedAmountBecameLow);
    } else if (event instanceof DataChannelEvent.ChannelClosing closing) {
      onChannel(closing.channel(), false, RTCDataChannel::peerCloses);
    } else if (event instanceof DataChannelEvent.ChannelClosed ended) {
      onChannel(ended.channel(), false, channel -> channel.closed(ended.error()));
      channels.remove(ended.channel());
    } else if (event instanceof DataChannelEvent.Established established) {
      tell(() -> state.sctp.connected(established.maxChannels()));
    } else if (event instanceof DataChannelEvent.Failed
        || event instanceof DataChannelEvent.Closed) {
      tell(state.sctp::ended);
    }
  }

  private void onChannel(int number, boolean assign, Consumer<RTCDataChannel> action) {
    RTCDataChannel channel = channels.get(number);
    if (channel == null) {
      return;
    }
    if (assign) {
      channel.assign(Objects.requireNonNull(session).streamId(number));
    }
    channel.updateBuffered(Objects.requireNonNull(session));
    tell(() -> action.accept(channel));
  }

  /** W3C WebRTC §6.2, "announce a data channel created by the other peer". */
  private void offered(DataChannelEvent.ChannelOffered offered) {
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
            parameters.label(), init, Objects.requireNonNull(driver), state, callbacks);
    register(offered.channel(), channel);
    tell(
        () -> {
          boolean open = channel.markOpen();
          dataChannel.fire(new RTCDataChannelEvent(channel));
          if (open) {
            channel.fireOpen();
          }
        });
  }

  private void signalingState(RTCSignalingState next) {
    state.signaling(next);
    signalingStateChange.fire(new Event("signalingstatechange"));
  }

  private void gatheringState(RTCIceGatheringState next) {
    state.gathering = next;
    iceGatheringStateChange.fire(new Event("icegatheringstatechange"));
    if (next == RTCIceGatheringState.COMPLETE) {
      iceCandidate.fire(new RTCPeerConnectionIceEvent(null));
    }
  }

  private void candidate(String text, String mid, int index, String ufrag) {
    RTCIceCandidateInit init = new RTCIceCandidateInit(text, mid, index, ufrag);
    iceCandidate.fire(new RTCPeerConnectionIceEvent(new RTCIceCandidate(init)));
  }

  private void iceState(RTCIceConnectionState next) {
    state.ice(next);
    iceConnectionStateChange.fire(new Event("iceconnectionstatechange"));
  }

  private void connectionState(RTCPeerConnectionState next, String reason) {
    state.connection(next, next == RTCPeerConnectionState.FAILED ? reason : null);
    connectionStateChange.fire(new Event("connectionstatechange"));
  }
}
