package io.webrtc4j.signaling.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.webrtc4j.signaling.room.CloseReason;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's WebSocket, after its handshake. */
final class MemberSocket extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final Logger LOG = LoggerFactory.getLogger(MemberSocket.class);

  /** How long the other side has to answer a close frame (RFC 6455 §7.1.1). */
  private static final long CLOSE_GRACE_MILLIS = 1000;

  private final LobbyDriver driver;
  private final Channel channel;
  private long number;
  private boolean isClosing;
  private @Nullable Future<?> closeTimeout;

  MemberSocket(LobbyDriver driver, Channel channel) {
    this.driver = driver;
    this.channel = channel;
  }

  /** The handshake is done. */
  void opened() {
    number = driver.connect(this);
  }

  /** A frame of any kind came, before fragments are put together. */
  void frameCame() {
    driver.receiveFrame(number);
  }

  void send(String text) {
    if (!channel.isActive()) {
      return;
    }
    if (!channel.isWritable()) {
      LOG.debug("Connection {} reads too slowly and is dropped", number);
      Channels.close(channel);
      return;
    }
    Channels.write(channel, new TextWebSocketFrame(text));
  }

  void ping() {
    Channels.write(channel, new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
  }

  void close(CloseReason reason) {
    LOG.debug("Connection {} is closed: {}", number, reason.text());
    startClosing(new CloseWebSocketFrame(reason.code(), reason.text()));
    closeTimeout =
        channel
            .eventLoop()
            .schedule(() -> Channels.close(channel), CLOSE_GRACE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame close) {
      closedByClient(close);
    } else if (isClosing) {
      return;
    } else if (frame instanceof TextWebSocketFrame text) {
      driver.receiveMessage(number, text.text());
    } else if (frame instanceof BinaryWebSocketFrame) {
      driver.close(number, CloseReason.BINARY_MESSAGE);
    } else if (frame instanceof PingWebSocketFrame ping) {
      Channels.write(channel, new PongWebSocketFrame(ping.content().retain()));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (closeTimeout != null) {
      closeTimeout.cancel(false);
    }
    driver.disconnect(number);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("Connection {} failed: {}", number, cause.toString());
    if (cause instanceof TooLongFrameException) {
      driver.close(number, CloseReason.MESSAGE_TOO_BIG);
    } else if (cause instanceof CorruptedWebSocketFrameException corrupted) {
      driver.close(number, reasonFor(corrupted.closeStatus()));
    } else {
      Channels.close(channel);
    }
  }

  private static CloseReason reasonFor(WebSocketCloseStatus status) {
    if (status.equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
      return CloseReason.MESSAGE_TOO_BIG;
    }
    return status.equals(WebSocketCloseStatus.INVALID_PAYLOAD_DATA)
        ? CloseReason.NOT_UTF_8
        : CloseReason.PROTOCOL_ERROR;
  }

  private void closedByClient(CloseWebSocketFrame close) {
    if (isClosing) {
      Channels.close(channel);
      return;
    }
    driver.disconnect(number);
    // RFC 6455 §5.5.1: the status code is echoed; §7.1.1: the server closes the TCP connection.
    startClosing(close.retain());
    Channels.close(channel);
  }

  private void startClosing(CloseWebSocketFrame frame) {
    isClosing = true;
    Channels.write(channel, frame);
  }
}
