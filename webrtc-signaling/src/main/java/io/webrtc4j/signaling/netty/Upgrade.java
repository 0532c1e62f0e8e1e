package io.webrtc4j.signaling.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.timeout.ReadTimeoutHandler;

/** Turns an HTTP request into a WebSocket (RFC 6455 §4.2). */
final class Upgrade {
  private static final String VERSION = "13";

  private final LobbyDriver driver;
  private final int maxMessageBytes;
  private final WebSocketDecoderConfig decoderConfig;

  Upgrade(LobbyDriver driver, int maxMessageBytes) {
    this.driver = driver;
    this.maxMessageBytes = maxMessageBytes;
    this.decoderConfig =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(maxMessageBytes)
            .allowExtensions(false)
            .closeOnProtocolViolation(false)
            .build();
  }

  void perform(ChannelHandlerContext ctx, FullHttpRequest request) {
    boolean isWebSocket =
        request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    if (!isWebSocket
        || !VERSION.equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      FullHttpResponse response =
          Responses.text(
              HttpResponseStatus.UPGRADE_REQUIRED, "Connect with a WebSocket of version 13.");
      response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
      response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, VERSION);
      Responses.send(ctx, response);
      return;
    }
    try {
      handshake(ctx, request);
    } catch (WebSocketHandshakeException e) {
      Responses.sendText(ctx, HttpResponseStatus.BAD_REQUEST, "This is no WebSocket handshake.");
    }
  }

  private void handshake(ChannelHandlerContext ctx, FullHttpRequest request) {
    ChannelPipeline pipeline = ctx.pipeline();
    var handshaker = new WebSocketServerHandshaker13(request.uri(), null, decoderConfig);
    var unused = handshaker.handshake(ctx.channel(), request);
    pipeline.remove(ReadTimeoutHandler.class);
    MemberSocket socket = new MemberSocket(driver, ctx.channel());
    pipeline.addLast(new FrameCounter(socket));
    pipeline.addLast(new Utf8FrameValidator(false));
    pipeline.addLast(new WebSocketFrameAggregator(maxMessageBytes));
    pipeline.addLast(socket);
    pipeline.remove(RequestHandler.class);
    socket.opened();
  }

  /** Counts fragments too: a message in a million empty parts is a flood as well. */
  private static final class FrameCounter extends ChannelInboundHandlerAdapter {
    private final MemberSocket socket;

    FrameCounter(MemberSocket socket) {
      this.socket = socket;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof WebSocketFrame) {
        socket.frameCame();
      }
      ctx.fireChannelRead(message);
    }
  }
}
