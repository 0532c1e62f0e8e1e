package io.webrtc4j.examples.echo;

import io.webrtc4j.MessageEvent;
import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannelInit;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.RTCSctpTransport;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.examples.echo.DescriptionJson.BadDescriptionException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The client's side of an echo, step by step, each with the time that is left. */
final class EchoDialogue implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long LONGEST_END_SECONDS = 3;
  private static final String TEXT = "Hello, echo! Grüße, 世界 🌍";
  private static final int BINARY_BYTES = 100 * 1024;

  /** What browsers take as one message. */
  private static final int LARGEST_BYTES = 256 * 1024;

  /** RFC 8841 §6.1 says 65536 where nothing is said; Pion 3.1 reads into one byte less. */
  private static final long DEFAULT_MAX_MESSAGE_SIZE = 65_535;

  private static final Pattern MAX_MESSAGE_SIZE =
      Pattern.compile("^a=max-message-size:([0-9]{1,18})\\s*$", Pattern.MULTILINE);
  private static final int OK = 200;

  private final long start = System.nanoTime();
  private final HttpClient http;
  private final URI server;
  private final RTCPeerConnection pc;
  private final EchoChannel channel;
  private final CompletableFuture<Long> open;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private long largestBytes = LARGEST_BYTES;

  EchoDialogue(HttpClient http, URI server, PeerSettings settings) {
    this.http = http;
    this.server = server;
    pc = new RTCPeerConnection(RTCConfiguration.defaults(), settings);
    pc.onConnectionStateChange(event -> noticeFailure());
    channel = new EchoChannel(pc.createDataChannel("echo"));
    open = channel.opened().thenApply(opened -> System.nanoTime() - start);
    var unused = channel.closed().thenAccept(closed -> end("the data channel was closed"));
  }

  /** A step did not succeed; the message names it and says why. */
  static final class StepFailedException extends Exception {
    private static final long serialVersionUID = 1;

    StepFailedException(String step, String why) {
      super("Failed to " + step + ": " + why);
    }
  }

  /**
   * Connects, and returns how long that took: from the making of the peer connection to the open
   * channel, signalling and all.
   */
  Duration connect() throws StepFailedException {
    RTCSessionDescription offer = await("make the offer", offer());
    RTCSessionDescriptionInit answer = post(offer);
    await("apply the answer", pc.setRemoteDescription(answer));
    largestBytes = Math.min(LARGEST_BYTES, largestMessage(answer));
    return Duration.ofNanos(await("open the data channel", open));
  }

  /** A text and a binary message there and back. */
  void exchange() throws StepFailedException {
    sendAndCompare(channel, "the text", TEXT);
    sendAndCompare(channel, "the binary message", bytes(Math.min(BINARY_BYTES, largestBytes)));
  }

  /** Empty and largest messages, and a second channel, unordered, that opens later and closes. */
  void exchangeMore() throws StepFailedException {
    sendAndCompare(channel, "the empty text", "");
    sendAndCompare(channel, "the empty binary message", new byte[0]);
    sendAndCompare(channel, "the largest text", "x".repeat((int) largestBytes));
    sendAndCompare(channel, "the largest binary message", bytes(largestBytes));

    RTCDataChannelInit unordered = RTCDataChannelInit.builder().ordered(false).build();
    EchoChannel second = new EchoChannel(pc.createDataChannel("unordered", unordered));
    await("open the second channel", second.opened());
    sendAndCompare(second, "the second channel's text", TEXT);
    sendAndCompare(channel, "the first channel's text meanwhile", TEXT);
    sendAndCompare(second, "the second channel's binary message", bytes(1_000));
    second.close();
    await("close the second channel", second.closed());
    sendAndCompare(channel, "the first channel's text after that", TEXT);
  }

  /** Ends when the server was told: the program may exit after this. */
  @Override
  public void close() {
    pc.close();
    pc.whenEnded().completeOnTimeout(null, LONGEST_END_SECONDS, TimeUnit.SECONDS).join();
  }

  private void sendAndCompare(EchoChannel on, String what, Object message)
      throws StepFailedException {
    String step = "get " + what + " back";
    MessageEvent echo = await(step, on.send(message));
    boolean equal =
        message instanceof byte[] bytes
            ? !echo.isText() && Arrays.equals(bytes, echo.bytes())
            : message.equals(echo.data());
    if (!equal) {
      throw new StepFailedException(step, "something else came");
    }
  }

  private static byte[] bytes(long count) {
    byte[] bytes = new byte[(int) count];
    new Random().nextBytes(bytes);
    return bytes;
  }

  private CompletableFuture<RTCSessionDescription> offer() {
    return pc.createOffer()
        .thenCompose(pc::setLocalDescription)
        .thenCompose(done -> Gathering.completeDescription(pc));
  }

  private RTCSessionDescriptionInit post(RTCSessionDescription offer) throws StepFailedException {
    HttpRequest request =
        HttpRequest.newBuilder(server)
            .header("Content-Type", DescriptionJson.CONTENT_TYPE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(DescriptionJson.write(offer)))
            .build();
    HttpResponse<byte[]> response =
        await(
            "post the offer to " + server,
            http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()));
    if (response.statusCode() != OK) {
      String body = new String(response.body(), StandardCharsets.UTF_8).strip();
      throw new StepFailedException(
          "get an answer", "status " + response.statusCode() + ", saying: " + body);
    }
    try {
      return DescriptionJson.parse(response.body(), RTCSdpType.ANSWER);
    } catch (BadDescriptionException e) {
      throw new StepFailedException("read the answer", e.sentence());
    }
  }

  /** What the peer takes, which it would be wrong to exceed (RFC 8841 §6). */
  private static long largestMessage(RTCSessionDescriptionInit answer) {
    Matcher matcher = MAX_MESSAGE_SIZE.matcher(answer.sdp());
    long bytes = matcher.find() ? Long.parseLong(matcher.group(1)) : DEFAULT_MAX_MESSAGE_SIZE;
    return bytes == 0 ? Long.MAX_VALUE : bytes;
  }

  private void noticeFailure() {
    if (pc.connectionState() == RTCPeerConnectionState.FAILED) {
      end("the connection failed: " + pc.failureReason().orElse("no reason is known"));
    } else if (pc.connectionState() == RTCPeerConnectionState.CLOSED) {
      end("the connection was closed");
    }
  }

  private String states() {
    RTCSctpTransport sctp = pc.sctp();
    return "the connection is %s, ICE %s, DTLS %s, SCTP %s"
        .formatted(
            pc.connectionState(),
            pc.iceConnectionState(),
            sctp == null ? "not there" : sctp.transport().state(),
            sctp == null ? "not there" : sctp.state());
  }

  private void end(String why) {
    over.completeExceptionally(new IllegalStateException(why));
  }

  private <T> T await(String step, CompletableFuture<T> future) throws StepFailedException {
    long left = LIMIT.toNanos() - (System.nanoTime() - start);
    try {
      CompletableFuture.anyOf(future, over).get(Math.max(left, 0), TimeUnit.NANOSECONDS);
      return future.join();
    } catch (TimeoutException e) {
      throw new StepFailedException(
          step, "it took more than " + LIMIT.toSeconds() + " s in all; " + states());
    } catch (ExecutionException e) {
      throw new StepFailedException(step, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailedException(step, "interrupted");
    }
  }
}
