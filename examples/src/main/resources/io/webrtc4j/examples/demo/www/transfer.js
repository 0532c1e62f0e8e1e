// One file on its way to the JVM, on a data channel of its own.

import { Hasher } from "./hasher.js";

/** What is read from the file at a time. */
const PIECE_BYTES = 1 << 20;

/** Small enough for any peer, and for other channels to get a turn. */
const MESSAGE_BYTES = 1 << 14;

/** With this much on its way the sender waits until half of it is gone. */
const MUCH_BYTES = 1 << 20;

/**
 * Sends a file and compares digests. "progress" comes now and then; the promise that send() returns
 * tells the end of it: whether the digests are equal, or by an Error why there are none.
 */
export class Transfer extends EventTarget {
  #file;
  #channel;
  #hasher = new Hasher();
  #handedOver = 0;
  #received = 0;
  #fail;
  #answered;
  #failure = new Promise((_, reject) => (this.#fail = reject));
  #answer = new Promise((resolve) => (this.#answered = resolve));

  /** @param channel a data channel for this file alone */
  constructor(file, channel) {
    super();
    this.#file = file;
    this.#channel = channel;
    channel.bufferedAmountLowThreshold = MUCH_BYTES / 2;
    channel.addEventListener("message", (event) => this.#message(JSON.parse(event.data)));
    channel.addEventListener("close", () => this.#fail(new Error("The connection was lost")));
    channel.addEventListener("error", () => this.#fail(new Error("The connection was lost")));
  }

  /** Bytes that have left this browser; its own figure may lag behind what the JVM says. */
  get sent() {
    return Math.max(this.#received, this.#handedOver - this.#channel.bufferedAmount);
  }

  /** Bytes that the JVM says it has. */
  get received() {
    return this.#received;
  }

  /** @returns {Promise<{isEqual, own, jvms, millis}>} */
  async send() {
    try {
      return await Promise.race([this.#sendAll(), this.#failure]);
    } finally {
      this.#hasher.close();
      this.#channel.close();
    }
  }

  /** Ends it early. */
  end(why) {
    this.#fail(new Error(why));
  }

  async #sendAll() {
    const { name, size } = this.#file;
    await this.#happened("open", () => this.#channel.readyState === "open");
    const begun = performance.now();
    this.#channel.send(JSON.stringify({ type: "file", name, size }));
    for (let at = 0; at < size; at += PIECE_BYTES) {
      await this.#sendPiece(await this.#read(at));
    }
    const own = await this.#hasher.finish();
    const jvms = await this.#answer;
    return { isEqual: own === jvms, own, jvms, millis: performance.now() - begun };
  }

  async #read(at) {
    try {
      return await this.#file.slice(at, at + PIECE_BYTES).arrayBuffer();
    } catch (error) {
      throw new Error(`The file could not be read: ${error.message}`);
    }
  }

  async #sendPiece(buffer) {
    for (let at = 0; at < buffer.byteLength; at += MESSAGE_BYTES) {
      await this.#happened("bufferedamountlow", () => this.#channel.bufferedAmount < MUCH_BYTES);
      const length = Math.min(MESSAGE_BYTES, buffer.byteLength - at);
      this.#channel.send(new Uint8Array(buffer, at, length));
      this.#handedOver += length;
    }
    this.dispatchEvent(new Event("progress"));
    await this.#hasher.update(buffer);
  }

  /** Waits for an event of the channel's unless it is so already. */
  #happened(type, isSo) {
    return isSo() || new Promise((resolve) => {
      this.#channel.addEventListener(type, resolve, { once: true });
    });
  }

  #message(message) {
    if (message.type === "refused") {
      this.#fail(new Error(`The JVM refused it: ${message.why}`));
      return;
    }
    this.#received = message.received;
    this.dispatchEvent(new Event("progress"));
    if (message.type === "done") {
      this.#answered(message.sha256);
    }
  }
}
