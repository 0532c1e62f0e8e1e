// One RTCPeerConnection to the JVM: offer, answer, trickled candidates, two data channels
// and one more for each file, and the tracks of a call.

import { candidatesIn, parseCandidate } from "./candidate.js";
import { connectionStats } from "./stats.js";

/** Time for the JVM's answer and its candidates when the browser has given up already. */
const GRACE_MILLIS = 2500;

/**
 * Tells what happens by events: "offered", "answered", "paired", "secured", "opened" in this
 * order when all goes well; "candidate" with {side, candidate}; "interrupted", "resumed",
 * "failed" and "ended"; "chat" and "ping" with what came on these channels; "track" with one that
 * the JVM sends.
 */
export class Connection extends EventTarget {
  #signaling;
  #peer;
  #pc;
  #chat;
  #ping;
  #listeners = new AbortController();
  #isDescribed = false;
  #early = [];
  #isOver = false;
  #once = new Set();
  #call = [];
  #changes = Promise.resolve();
  #changeAnswered;

  constructor(signaling, peer) {
    super();
    this.#signaling = signaling;
    this.#peer = peer;
    this.#pc = new RTCPeerConnection();
    this.#chat = this.#pc.createDataChannel("chat");
    this.#ping = this.#pc.createDataChannel("ping", { ordered: false, maxRetransmits: 0 });
    this.#ping.binaryType = "arraybuffer";
    this.#listenToPeer();
    this.#listenToChannels();
  }

  /** Makes the offer; everything else follows by itself. */
  async start() {
    await this.#pc.setLocalDescription(await this.#pc.createOffer());
    if (!this.#isOver) {
      this.#send({ type: "offer", sdp: this.#pc.localDescription.sdp });
      this.#emit("offered");
    }
  }

  get pc() {
    return this.#pc;
  }

  get isPaired() {
    return this.#once.has("paired");
  }

  sendChat(text) {
    this.#chat.send(JSON.stringify({ type: "chat", text }));
  }

  /** A channel for one file. */
  openFileChannel() {
    return this.#pc.createDataChannel("file");
  }

  /** Sends a stream's tracks, which the JVM sends back; returns their transceivers. */
  async startCall(stream) {
    await this.#change(() => {
      this.#call = stream.getTracks().map((track) => this.#pc.addTransceiver(track, { streams: [stream] }));
    });
    return this.#call;
  }

  /** Ends what startCall began. */
  endCall() {
    return this.#change(() => this.#call.splice(0).forEach((transceiver) => transceiver.stop()));
  }

  sendPing(bytes) {
    if (this.#ping.readyState === "open") {
      this.#ping.send(bytes);
    }
  }

  stats() {
    return connectionStats(this.#pc);
  }

  close() {
    this.#isOver = true;
    this.#listeners.abort();
    this.#pc.close();
  }

  #listenToPeer() {
    const pc = this.#pc;
    this.#on(pc, "icecandidate", (event) => this.#localCandidate(event.candidate));
    this.#on(pc, "iceconnectionstatechange", () => this.#iceState(pc.iceConnectionState));
    this.#on(pc, "track", (event) => this.#emit("track", event.track));
    this.#on(pc, "connectionstatechange", () => this.#connectionState(pc.connectionState));
    const fromPeer = (type, handle) =>
      this.#on(this.#signaling, type, (event) => {
        if (event.detail.from === this.#peer) {
          handle(event.detail).catch((error) => this.#end("failed", String(error)));
        }
      });
    fromPeer("answer", (message) => this.#answer(message.sdp));
    fromPeer("candidate", (message) => this.#remoteCandidate(message.candidate));
  }

  #listenToChannels() {
    this.#on(this.#chat, "open", () => {
      this.#onceOnly("secured");
      this.#onceOnly("opened");
    });
    this.#on(this.#chat, "message", (event) => this.#heard(JSON.parse(event.data)));
    this.#on(this.#chat, "close", () => this.#end("ended", "The JVM closed the connection."));
    this.#on(this.#ping, "message", (event) => this.#emit("ping", event.data));
  }

  #heard(message) {
    if (message.type === "answer") {
      this.#changeAnswered?.(message.sdp);
    } else {
      this.#emit("chat", message);
    }
  }

  /**
   * Changes what is sent, one change after the other. An open connection needs no signalling any
   * more: offer and answer go beside the chat, and the page alone makes offers.
   */
  #change(make) {
    const change = this.#changes.then(async () => {
      make();
      const answer = new Promise((resolve) => (this.#changeAnswered = resolve));
      await this.#pc.setLocalDescription();
      this.#chat.send(JSON.stringify({ type: "offer", sdp: this.#pc.localDescription.sdp }));
      await this.#pc.setRemoteDescription({ type: "answer", sdp: await answer });
    });
    this.#changes = change.catch(() => {});
    return change;
  }

  #localCandidate(candidate) {
    // Empty is the end of one generation, null of them all; the latter need not be sent.
    if (candidate === null) {
      return;
    }
    this.#send({ type: "candidate", candidate: candidate.toJSON() });
    this.#tellCandidate("local", candidate.candidate);
  }

  async #answer(sdp) {
    await this.#pc.setRemoteDescription({ type: "answer", sdp });
    this.#isDescribed = true;
    this.#emit("answered");
    candidatesIn(sdp).forEach((text) => this.#tellCandidate("remote", text));
    this.#listenToDtls();
    for (const candidate of this.#early.splice(0)) {
      await this.#remoteCandidate(candidate);
    }
  }

  async #remoteCandidate(candidate) {
    if (!this.#isDescribed) {
      this.#early.push(candidate);
      return;
    }
    if (candidate) {
      this.#tellCandidate("remote", candidate.candidate);
      await this.#pc.addIceCandidate(candidate);
    }
  }

  #listenToDtls() {
    const dtls = this.#pc.sctp?.transport;
    if (dtls) {
      this.#on(dtls, "statechange", () => dtls.state === "connected" && this.#onceOnly("secured"));
    }
  }

  #iceState(state) {
    if (state === "connected" || state === "completed") {
      this.#onceOnly("paired");
    }
  }

  #connectionState(state) {
    if (state === "failed" && this.isPaired) {
      this.#end("failed", "The path to the JVM broke.");
    } else if (state === "failed") {
      // Firefox gives up at once without an address of its own. The JVM's addresses say why.
      setTimeout(() => this.#end("failed", "No path to the JVM was found."), GRACE_MILLIS);
    } else if (state === "disconnected") {
      this.#emit("interrupted");
    } else if (state === "connected") {
      this.#emit("resumed");
    }
  }

  #tellCandidate(side, text) {
    const candidate = parseCandidate(text);
    if (candidate) {
      this.#emit("candidate", { side, candidate });
    }
  }

  #end(type, why) {
    if (!this.#isOver) {
      this.close();
      this.#emit(type, why);
    }
  }

  #onceOnly(type) {
    if (!this.#once.has(type)) {
      this.#once.add(type);
      this.#emit(type);
    }
  }

  #send(message) {
    this.#signaling.send({ ...message, to: this.#peer });
  }

  #on(target, type, listener) {
    target.addEventListener(type, listener, { signal: this.#listeners.signal });
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
