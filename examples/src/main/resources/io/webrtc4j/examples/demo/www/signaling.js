// The signalling server's protocol, as webrtc-signaling's README has it.

/**
 * One WebSocket in one room. Every message from the server is an event of its type, whose detail is
 * the message; "closed" is the end, whichever way it came.
 */
export class Signaling extends EventTarget {
  #socket;

  constructor(url, room, name) {
    super();
    this.#socket = new WebSocket(url);
    this.#socket.addEventListener("open", () => this.send({ type: "join", room, name }));
    this.#socket.addEventListener("message", (event) => this.#receive(event.data));
    this.#socket.addEventListener("close", (event) => this.#emit("closed", event));
  }

  get isOpen() {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Sends if there still is somebody to send to. */
  send(message) {
    if (this.isOpen) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  close() {
    this.#socket.close();
  }

  #receive(text) {
    const message = JSON.parse(text);
    this.#emit(message.type, message);
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
