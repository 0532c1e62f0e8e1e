package io.webrtc4j.examples.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.webrtc4j.MessageEvent;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One data channel by which a page sends one file, and hears how much of it has come. */
final class FileChannel {
  private static final Logger LOG = LoggerFactory.getLogger(FileChannel.class);

  private final RTCDataChannel channel;
  private final FileReceipt receipt = new FileReceipt();
  private final Consumer<String> told;
  private int toldTenths = -1;
  private boolean isOver;

  /**
   * Takes what comes; the page closes the channel when it has its answer.
   *
   * @param told hears a line when the file begins, after each tenth of it, and when it ends
   */
  FileChannel(RTCDataChannel channel, Consumer<String> told) {
    this.channel = channel;
    this.told = told;
    channel.onMessage(this::take);
    channel.onClose(event -> ended());
  }

  private synchronized void take(MessageEvent message) {
    long now = System.nanoTime();
    ObjectNode answer =
        message.isText() ? receipt.text(message.text(), now) : receipt.bytes(message.bytes(), now);
    if (answer != null) {
      tell(answer);
      send(answer);
    }
    if (receipt.state() == FileReceipt.State.REFUSED) {
      channel.close();
    }
  }

  private void tell(ObjectNode answer) {
    switch (receipt.state()) {
      case DONE ->
          told.accept("Received " + receipt + ", SHA-256 " + answer.get("sha256").asText());
      case REFUSED -> told.accept("Refused " + receipt + ": " + answer.get("why").asText());
      default -> {
        if (receipt.tenths() != toldTenths) {
          toldTenths = receipt.tenths();
          told.accept("Receiving " + receipt);
        }
      }
    }
  }

  private void send(ObjectNode answer) {
    try {
      channel.send(answer.toString());
    } catch (RTCException e) {
      LOG.debug("The channel closed first", e);
    }
  }

  /** Nothing more comes, because the channel or its connection is closed. */
  synchronized void ended() {
    if (receipt.state() == FileReceipt.State.COMING && !isOver) {
      told.accept("Cut off: " + receipt);
    }
    isOver = true;
  }
}
