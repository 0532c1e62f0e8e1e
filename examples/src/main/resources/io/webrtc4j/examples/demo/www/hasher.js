// The SHA-256 of what comes piece by piece, computed by a worker so that the page stays responsive.

export class Hasher {
  #worker = new Worker(new URL("hashworker.js", import.meta.url), { type: "module" });

  /** Hashes the buffer, which is the worker's from now on. */
  update(buffer) {
    return this.#ask(buffer, [buffer]);
  }

  /** The digest in hexadecimal. */
  finish() {
    return this.#ask(null, []);
  }

  close() {
    this.#worker.terminate();
  }

  #ask(message, transferred) {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }) => resolve(data);
      this.#worker.onerror = (event) => reject(new Error(event.message ?? "the worker failed"));
      this.#worker.postMessage(message, transferred);
    });
  }
}
