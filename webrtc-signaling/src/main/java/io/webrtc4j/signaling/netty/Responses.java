package io.webrtc4j.signaling.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** HTTP responses with their security headers. Each ends its connection. */
final class Responses {
  private static final String TEXT = "text/plain; charset=utf-8";

  private Responses() {}

  static void sendText(ChannelHandlerContext ctx, HttpResponseStatus status, String text) {
    send(ctx, text(status, text));
  }

  static FullHttpResponse text(HttpResponseStatus status, String text) {
    return response(status, TEXT, Unpooled.copiedBuffer(text + "\n", StandardCharsets.UTF_8), null);
  }

  /**
   * A file's content.
   *
   * @param host the request's Host header, or null
   */
  static FullHttpResponse file(String name, byte[] content, @Nullable String host) {
    return response(
        HttpResponseStatus.OK, ContentTypes.of(name), Unpooled.wrappedBuffer(content), host);
  }

  static void send(ChannelHandlerContext ctx, FullHttpResponse response) {
    ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  private static FullHttpResponse response(
      HttpResponseStatus status, String contentType, ByteBuf content, @Nullable String host) {
    FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
    HttpHeaders headers = response.headers();
    headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
    headers.set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
    headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", contentSecurityPolicy(host));
    // Isolated pages get clocks of 5 µs instead of 100 µs, which those that measure want.
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Embedder-Policy", "require-corp");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    return response;
  }

  /** Not every browser takes 'self' to cover WebSockets, so they are named. */
  private static String contentSecurityPolicy(@Nullable String host) {
    String sockets = OriginPolicy.isHost(host) ? " ws://" + host + " wss://" + host : "";
    return "default-src 'self'; connect-src 'self'"
        + sockets
        + "; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }
}
