// Measures round trips: a numbered message every quarter of a second, timed until it is back.

const INTERVAL_MILLIS = 250;
const LOST_AFTER_MILLIS = 2000;
const WINDOW_MILLIS = 60_000;

export class RoundTrips {
  /** {at, rtt} of the last minute, in milliseconds; rtt is null if the message was lost. */
  samples = [];
  #send;
  #timer;
  #next = 0;
  #pending = new Map();
  #max = 0;
  #lost = 0;
  #sent = 0;

  /** @param send gives a message's bytes to the channel */
  start(send) {
    this.stop();
    this.#max = 0;
    this.#lost = 0;
    this.#sent = 0;
    this.#send = send;
    this.#timer = setInterval(() => this.#tick(), INTERVAL_MILLIS);
  }

  stop() {
    clearInterval(this.#timer);
    this.#pending.clear();
  }

  /** A message is back. */
  received(data) {
    const number = data.byteLength === 4 ? new DataView(data).getUint32(0) : -1;
    const at = this.#pending.get(number);
    if (at !== undefined) {
      this.#pending.delete(number);
      const rtt = performance.now() - at;
      this.#max = Math.max(this.#max, rtt);
      this.#add({ at, rtt });
    }
  }

  /** What the messages that came back took, in the order in which they were sent. */
  times() {
    return this.samples.filter((sample) => sample.rtt !== null).map((sample) => sample.rtt);
  }

  /** {now, median, max, lost}: the last one, the window's median, and
   * the highest and how many were lost and sent since the start. */
  figures() {
    const times = this.times();
    if (times.length === 0) {
      return null;
    }
    const sorted = [...times].sort((a, b) => a - b);
    return {
      now: times[times.length - 1],
      median: sorted[sorted.length >> 1],
      max: this.#max,
      lost: this.#lost,
      sent: this.#sent,
    };
  }

  static get windowMillis() {
    return WINDOW_MILLIS;
  }

  #tick() {
    const now = performance.now();
    for (const [number, at] of this.#pending) {
      if (now - at > LOST_AFTER_MILLIS) {
        this.#pending.delete(number);
        this.#lost++;
        this.#add({ at, rtt: null });
      }
    }
    const bytes = new DataView(new ArrayBuffer(4));
    bytes.setUint32(0, this.#next);
    this.#pending.set(this.#next, performance.now());
    this.#next = (this.#next + 1) >>> 0;
    this.#sent++;
    this.#send(bytes.buffer);
  }

  #add(sample) {
    this.samples.push(sample);
    this.samples.sort((a, b) => a.at - b.at);
    const oldest = performance.now() - WINDOW_MILLIS - 2 * INTERVAL_MILLIS;
    while (this.samples.length > 0 && this.samples[0].at < oldest) {
      this.samples.shift();
    }
  }
}
