package io.webrtc4j.signaling.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what each path does: signalling, the health check, static files. One request each. */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
  private static final String HEALTH_PATH = "/healthz";

  private final ServerSettings settings;
  private final OriginPolicy origins;
  private final StaticFiles files;
  private final Upgrade upgrade;
  private boolean isAnswered;

  RequestHandler(
      ServerSettings settings, OriginPolicy origins, StaticFiles files, Upgrade upgrade) {
    this.settings = settings;
    this.origins = origins;
    this.files = files;
    this.upgrade = upgrade;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (isAnswered) {
      return;
    }
    isAnswered = true;
    if (request.decoderResult().isFailure()) {
      Responses.sendText(ctx, HttpResponseStatus.BAD_REQUEST, "The request could not be read.");
      return;
    }
    boolean isHead = HttpMethod.HEAD.equals(request.method());
    if (!isHead && !HttpMethod.GET.equals(request.method())) {
      Responses.sendText(ctx, HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET is served here.");
      return;
    }
    answer(ctx, request, isHead);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("A request from {} failed: {}", ctx.channel().remoteAddress(), cause.toString());
    Channels.close(ctx.channel());
  }

  private void answer(ChannelHandlerContext ctx, FullHttpRequest request, boolean isHead) {
    String path = pathOf(request.uri());
    String host = request.headers().get(HttpHeaderNames.HOST);
    if (path.equals(settings.path())) {
      signal(ctx, request, host);
      return;
    }
    ctx.pipeline().remove(ReadTimeoutHandler.class);
    if (path.equals(HEALTH_PATH)) {
      Responses.sendText(ctx, HttpResponseStatus.OK, "ok");
    } else {
      files.serve(ctx, path, host, isHead);
    }
  }

  private void signal(ChannelHandlerContext ctx, FullHttpRequest request, @Nullable String host) {
    String refusal =
        origins.refusal(request.headers().get(HttpHeaderNames.ORIGIN), host, isOnLoopback(ctx));
    if (refusal != null) {
      LOG.debug("A WebSocket from {} is refused: {}", ctx.channel().remoteAddress(), refusal);
      Responses.sendText(ctx, HttpResponseStatus.FORBIDDEN, refusal);
      return;
    }
    upgrade.perform(ctx, request);
  }

  private static boolean isOnLoopback(ChannelHandlerContext ctx) {
    return ctx.channel().localAddress() instanceof InetSocketAddress local
        && local.getAddress().isLoopbackAddress();
  }

  private static String pathOf(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }
}
