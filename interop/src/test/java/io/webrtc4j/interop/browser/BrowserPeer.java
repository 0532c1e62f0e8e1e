package io.webrtc4j.interop.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An {@code RTCPeerConnection} in a browser's page. */
public final class BrowserPeer implements AutoCloseable {
  private final PeersPage page;
  private final PageEvents events;
  private final String name = UUID.randomUUID().toString();

  BrowserPeer(PeersPage page, PageEvents events, String maker, Object... arguments) {
    this.page = page;
    this.events = events;
    call(maker, arguments);
  }

  /** A session description as the page has it. */
  public record Description(String type, String sdp) {
    private static Description of(JsonNode json) {
      return new Description(json.get("type").asText(), json.get("sdp").asText());
    }
  }

  /** Makes an offer and sets it as its local description. */
  public Description offer() {
    return Description.of(call("offer"));
  }

  /** Takes an offer and answers it. */
  public Description answer(Description offer) {
    return Description.of(call("answer", offer));
  }

  /** Takes the answer to its offer. */
  public void accept(Description answer) {
    call("accept", answer);
  }

  /** Takes a candidate in the W3C's JSON form. */
  public void addCandidate(Object candidate) {
    call("addCandidate", candidate);
  }

  /**
   * Hands over each of its candidates, in the W3C's JSON form; the end of candidates as a JSON
   * null.
   */
  public void onCandidate(Consumer<JsonNode> then) {
    onEvent("candidate", event -> then.accept(event.get("candidate")));
  }

  /** Hands over each event of this type. */
  public void onEvent(String type, Consumer<JsonNode> then) {
    events.forEach(name, ofType(type), then);
  }

  /** Makes a data channel. */
  public void openChannel(String label, Map<String, ?> options) {
    call("openChannel", label, options);
  }

  /** Sends a string. */
  public void send(String label, String text) {
    call("sendText", label, text);
  }

  /** Sends the numbers from 0 on as strings, padded with spaces to a length, all at once. */
  public void sendNumbers(String label, int count, int length) {
    call("sendNumbers", label, count, length);
  }

  /** Sends bytes. */
  public void send(String label, byte[] bytes) {
    call("sendBinary", label, Base64.getEncoder().encodeToString(bytes));
  }

  /** Closes a data channel. */
  public void closeChannel(String label) {
    call("closeChannel", label);
  }

  /** Closes the connection, and keeps its events. */
  public void closeConnection() {
    call("close");
  }

  /** Waits for the next event of this type on a channel, such as {@code open} or {@code close}. */
  public JsonNode awaitChannel(String label, String type) {
    Predicate<JsonNode> onThisChannel =
        ofType(type).and(event -> event.path("channel").asText().equals(label));
    return page.await(events.next(onThisChannel), type + " of channel " + label);
  }

  /** Waits for the next message on a channel: a {@code String} or a {@code byte[]}. */
  public Object awaitMessage(String label) {
    JsonNode event = awaitChannel(label, "message");
    return event.has("text")
        ? event.get("text").asText()
        : Base64.getDecoder().decode(event.get("binary").asText());
  }

  /** Waits until its connection is in this state. */
  public void awaitConnectionState(String state) {
    Predicate<JsonNode> reached =
        ofType("connectionState").and(event -> event.path("state").asText().equals(state));
    page.await(events.next(reached), "connection state " + state);
  }

  /** What {@code getStats} says. */
  public JsonNode stats() {
    return call("stats");
  }

  /** Calls a function of the page's scripts, of which the first argument is this connection. */
  public JsonNode call(String function, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = name;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return page.call(function, all);
  }

  @Override
  public void close() {
    call("remove");
    events.forget(name);
  }

  private Predicate<JsonNode> ofType(String type) {
    return event ->
        event.path("peer").asText().equals(name) && event.path("type").asText().equals(type);
  }
}
