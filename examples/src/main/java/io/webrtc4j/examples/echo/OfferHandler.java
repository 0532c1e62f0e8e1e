package io.webrtc4j.examples.echo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.webrtc4j.RTCException;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.examples.echo.DescriptionJson.BadDescriptionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /offer}: a new {@link EchoPeer} for each offer that comes in. */
final class OfferHandler implements HttpHandler {
  /** The path that it answers. */
  static final String PATH = "/offer";

  private static final Logger LOG = LoggerFactory.getLogger(OfferHandler.class);

  /** For an answer with all candidates; gathering on local interfaces takes milliseconds. */
  private static final int ANSWER_SECONDS = 10;

  private static final int MAX_SKIPPED_BYTES = 8 << 20;

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int CONTENT_TOO_LARGE = 413;
  private static final int INTERNAL_SERVER_ERROR = 500;

  private final EchoConnections connections;

  OfferHandler(EchoConnections connections) {
    this.connections = connections;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    allowPagesFromAnywhere(exchange);
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      say(exchange, NOT_FOUND, "There is only " + PATH + " here.");
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "POST" -> takeOffer(exchange);
      case "OPTIONS" -> respond(exchange, NO_CONTENT, "text/plain", new byte[0]);
      default -> {
        exchange.getResponseHeaders().set("Allow", "POST, OPTIONS");
        say(exchange, METHOD_NOT_ALLOWED, "Send the offer by POST.");
      }
    }
  }

  /** A page of another origin may ask too (Fetch standard, CORS protocol). */
  private static void allowPagesFromAnywhere(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "POST, OPTIONS");
    exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "Content-Type");
  }

  private void takeOffer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(DescriptionJson.MAX_BYTES + 1);
    if (body.length > DescriptionJson.MAX_BYTES) {
      // A client that is still sending would miss the answer.
      exchange.getRequestBody().skip(MAX_SKIPPED_BYTES);
      say(
          exchange,
          CONTENT_TOO_LARGE,
          "An offer has at most " + DescriptionJson.MAX_BYTES + " bytes.");
      return;
    }
    try {
      RTCSessionDescription answer = answer(DescriptionJson.parse(body, RTCSdpType.OFFER));
      respond(exchange, OK, DescriptionJson.CONTENT_TYPE, DescriptionJson.write(answer));
    } catch (BadDescriptionException e) {
      say(exchange, BAD_REQUEST, e.sentence());
    } catch (TimeoutException e) {
      say(exchange, INTERNAL_SERVER_ERROR, "There is no answer with all candidates in time.");
    } catch (ExecutionException e) {
      LOG.warn("An offer could not be answered", e.getCause());
      say(exchange, INTERNAL_SERVER_ERROR, "The offer could not be answered.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RTCSessionDescription answer(RTCSessionDescriptionInit offer)
      throws BadDescriptionException, ExecutionException, TimeoutException, InterruptedException {
    EchoPeer peer = connections.begin();
    try {
      return peer.answer(offer).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      peer.close("its offer was not answered");
      if (e.getCause() instanceof RTCException refused) {
        throw new BadDescriptionException(
            "The offer was not accepted: " + refused.getMessage() + ".");
      }
      throw e;
    } catch (TimeoutException | InterruptedException e) {
      peer.close("its offer was not answered in time");
      throw e;
    }
  }

  private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
    byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    respond(exchange, status, "text/plain; charset=utf-8", body);
  }

  private static void respond(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
