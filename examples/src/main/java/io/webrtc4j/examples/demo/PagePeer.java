package io.webrtc4j.examples.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.webrtc4j.MediaStream;
import io.webrtc4j.MessageEvent;
import io.webrtc4j.PeerReport;
import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCException;
import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCTrackEvent;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JVM's end of the connection to one page. */
final class PagePeer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PagePeer.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Who asks for more than this and does not read the answers gets no more. */
  private static final long MAX_WAITING_BYTES = 1 << 20;

  /** The page sends one at a time. */
  private static final int MAX_FILES = 16;

  private static final int SETTLED_SECONDS = 3;

  private final RTCPeerConnection pc;
  private final Consumer<ObjectNode> signal;
  private final Consumer<String> told;
  private final Consumer<PagePeer> onClosed;
  private final ChatBot bot = new ChatBot();
  private final Set<FileChannel> files = ConcurrentHashMap.newKeySet();

  /**
   * A connection that waits for its offer.
   *
   * @param signal sends a message to the page
   * @param told hears a line for people about each file that the page sends
   * @param onClosed hears when the connection is over, whoever ended it
   */
  PagePeer(
      RTCConfiguration configuration,
      PeerSettings settings,
      Consumer<ObjectNode> signal,
      Consumer<String> told,
      Consumer<PagePeer> onClosed) {
    this.signal = signal;
    this.told = told;
    this.onClosed = onClosed;
    pc = new RTCPeerConnection(configuration, settings);
    pc.onIceCandidate(event -> send(event.candidate()));
    pc.onConnectionStateChange(event -> closeIfOver());
    pc.onDataChannel(event -> accept(event.channel()));
    pc.onTrack(PagePeer::sendBack);
  }

  /** Answers the page's first offer. */
  void answer(String offer) {
    answer(offer, signal);
  }

  private void answer(String offer, Consumer<ObjectNode> way) {
    CompletableFuture<Void> answered =
        pc.setRemoteDescription(new RTCSessionDescriptionInit(RTCSdpType.OFFER, offer))
            .thenCompose(done -> pc.createAnswer())
            .thenCompose(answer -> pc.setLocalDescription(answer))
            .thenAccept(done -> way.accept(answer()));
    onFailure(
        answered,
        failure -> {
          LOG.warn("A page's offer could not be answered", failure);
          close();
        });
  }

  /** A candidate of the page's; names that hide addresses are passed over by the library. */
  void addCandidate(RTCIceCandidateInit candidate) {
    onFailure(
        pc.addIceCandidate(candidate),
        failure -> LOG.debug("The candidate {} is not used", candidate, failure));
  }

  /** The page is gone from the room: without a connection by now, there won't be one. */
  void signalingLost() {
    if (pc.connectionState() != RTCPeerConnectionState.CONNECTED) {
      close();
    }
  }

  @Override
  public void close() {
    pc.close();
    files.forEach(FileChannel::ended);
    onClosed.accept(this);
  }

  /** Completes when it is over and the page was told. */
  CompletableFuture<?> whenEnded() {
    return pc.whenEnded();
  }

  private ObjectNode answer() {
    return json("answer").put("sdp", Objects.requireNonNull(pc.localDescription()).sdp());
  }

  private void send(@Nullable RTCIceCandidate candidate) {
    if (candidate != null) {
      RTCIceCandidateInit init = candidate.toJSON();
      ObjectNode message = json("candidate");
      message
          .putObject("candidate")
          .put("candidate", init.candidate())
          .put("sdpMid", init.sdpMid())
          .put("sdpMLineIndex", init.sdpMLineIndex())
          .put("usernameFragment", init.usernameFragment());
      signal.accept(message);
    }
  }

  private void accept(RTCDataChannel channel) {
    switch (channel.label()) {
      case "chat" -> {
        channel.onOpen(event -> greet(channel));
        channel.onMessage(message -> hear(channel, message));
        channel.onClose(event -> close());
      }
      case "ping" -> channel.onMessage(message -> echo(channel, message));
      case "file" -> receiveFile(channel);
      default -> channel.close();
    }
  }

  private void receiveFile(RTCDataChannel channel) {
    if (files.size() == MAX_FILES) {
      channel.close();
      return;
    }
    FileChannel file = new FileChannel(channel, told);
    files.add(file);
    channel.onClose(event -> files.remove(file));
  }

  private void greet(RTCDataChannel channel) {
    withReport(
        report -> {
          send(channel, info(report));
          send(channel, json("chat").put("text", bot.greeting()));
        });
    // By then the browser has settled on one of the pairs that work.
    CompletableFuture.delayedExecutor(SETTLED_SECONDS, TimeUnit.SECONDS)
        .execute(() -> withReport(report -> send(channel, info(report))));
  }

  /** Beside the chat the page offers here what changes, such as a call: there is a way now. */
  private void hear(RTCDataChannel channel, MessageEvent message) {
    JsonNode json = message.isText() ? parsed(message.text()) : JSON.missingNode();
    switch (json.path("type").asText()) {
      case "chat" -> chat(channel, json.path("text").asText());
      case "offer" -> answer(json.path("sdp").asText(), answer -> send(channel, answer));
      default -> LOG.debug("The page sent what is not known here");
    }
  }

  private void chat(RTCDataChannel channel, String text) {
    withReport(
        report -> {
          send(channel, info(report));
          send(channel, json("chat").put("text", bot.answer(text, report)));
        });
  }

  /** The page sees and hears itself. This is before the answer, which says that we send too. */
  private static void sendBack(RTCTrackEvent event) {
    RTCRtpTransceiver transceiver = event.transceiver();
    transceiver.setDirection(RTCRtpTransceiverDirection.SENDRECV);
    transceiver.sender().setStreams(event.streams().toArray(MediaStream[]::new));
    var unused = transceiver.sender().replaceTrack(event.track());
  }

  private void withReport(Consumer<PeerReport> action) {
    onFailure(pc.report().thenAccept(action), failure -> LOG.debug("Closed already", failure));
  }

  private static void echo(RTCDataChannel channel, MessageEvent message) {
    if (!message.isText() && channel.bufferedAmount() < MAX_WAITING_BYTES) {
      attempt(() -> channel.send(message.bytes()));
    }
  }

  private static void send(RTCDataChannel channel, ObjectNode message) {
    if (channel.bufferedAmount() < MAX_WAITING_BYTES) {
      attempt(() -> channel.send(message.toString()));
    }
  }

  /** A channel may close at any moment; what was to be sent on it is of no use then. */
  private static void attempt(Runnable send) {
    try {
      send.run();
    } catch (RTCException e) {
      LOG.debug("The channel closed first", e);
    }
  }

  private static ObjectNode info(PeerReport report) {
    return json("info")
        .put("jvm", ChatBot.javaVersion())
        .put("dtlsVersion", report.dtlsVersion())
        .put("cipherSuite", report.cipherSuite())
        .put("keyExchangeGroup", report.keyExchangeGroup())
        .put("localCandidate", report.localCandidate())
        .put("remoteCandidate", report.remoteCandidate());
  }

  private static JsonNode parsed(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      LOG.debug("The page sent what is not JSON", e);
      return JSON.missingNode();
    }
  }

  private void closeIfOver() {
    RTCPeerConnectionState state = pc.connectionState();
    if (state == RTCPeerConnectionState.FAILED || state == RTCPeerConnectionState.CLOSED) {
      pc.failureReason().ifPresent(why -> LOG.info("A page's connection failed: {}", why));
      close();
    }
  }

  private static <T> void onFailure(CompletableFuture<T> future, Consumer<Throwable> listener) {
    var unused =
        future.whenComplete(
            (done, failure) -> {
              if (failure != null) {
                listener.accept(failure);
              }
            });
  }

  private static ObjectNode json(String type) {
    return JSON.createObjectNode().put("type", type);
  }
}
