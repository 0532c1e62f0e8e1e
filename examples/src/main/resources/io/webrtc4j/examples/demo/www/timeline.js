// The steps to an open channel, each with its time and a bar.

const STEPS = [
  ["signaling", "Signalling connected"],
  ["offer", "Offer sent"],
  ["answer", "Answer received"],
  ["ice", "ICE: a path was found"],
  ["dtls", "DTLS: encrypted and authenticated"],
  ["channel", "Data channel open"],
];
const MARKS = { waiting: "·", active: "…", done: "✓", failed: "✗" };
const SPOKEN = { waiting: "waiting", active: "in progress", done: "done", failed: "failed" };

export function milliseconds(value) {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}

export class Timeline {
  #list;
  #rows = new Map();
  #start = 0;
  #redraw;

  constructor(list) {
    this.#list = list;
    this.reset();
  }

  /** Begins again, now. */
  reset() {
    this.stop();
    this.#start = performance.now();
    this.#rows.clear();
    this.#list.replaceChildren(...STEPS.map(([id, name]) => this.#row(id, name)));
    this.#set("signaling", "active");
    this.#redraw = setInterval(() => this.#draw(), 100);
  }

  /** The step is done; the next one begins. Steps that were passed over count as done, too. */
  done(id, detail) {
    const now = this.elapsed();
    for (const [step] of STEPS) {
      const row = this.#rows.get(step);
      if (row.state !== "done") {
        row.begin = row.state === "waiting" ? now : row.begin;
        row.end = now;
        this.#set(step, "done");
        row.time.textContent = milliseconds(now);
      }
      if (step === id) {
        break;
      }
    }
    if (detail !== undefined) {
      this.detail(id, detail);
    }
    this.#activateNext(now);
    this.#draw();
  }

  #activateNext(now) {
    const next = STEPS.find(([step]) => this.#rows.get(step).state !== "done");
    if (next === undefined) {
      this.stop();
    } else if (this.#rows.get(next[0]).state === "waiting") {
      this.#rows.get(next[0]).begin = now;
      this.#set(next[0], "active");
    }
  }

  detail(id, text) {
    this.#rows.get(id).detail.textContent = text;
  }

  /** The step in progress failed. */
  fail(why) {
    const active = STEPS.find(([step]) => this.#rows.get(step).state === "active");
    if (active) {
      this.#rows.get(active[0]).end = this.elapsed();
      this.#set(active[0], "failed");
      this.detail(active[0], why);
    }
    this.stop();
    this.#draw();
  }

  stop() {
    clearInterval(this.#redraw);
  }

  /** Milliseconds since the beginning. */
  elapsed() {
    return performance.now() - this.#start;
  }

  #row(id, name) {
    const item = document.createElement("li");
    const parts = {};
    for (const [part, tag] of [["mark", "span"], ["name", "span"], ["time", "span"], ["detail", "span"], ["track", "span"]]) {
      parts[part] = item.appendChild(document.createElement(tag));
      parts[part].className = `step-${part}`;
    }
    const bar = parts.track.appendChild(document.createElement("div"));
    bar.className = "step-bar";
    parts.name.textContent = name;
    this.#rows.set(id, { ...parts, item, bar, begin: 0, end: null });
    this.#set(id, "waiting");
    return item;
  }

  #set(id, state) {
    const row = this.#rows.get(id);
    row.state = state;
    row.item.dataset.step = state;
    row.mark.textContent = MARKS[state];
    row.mark.setAttribute("role", "img");
    row.mark.setAttribute("aria-label", SPOKEN[state]);
  }

  #draw() {
    const ends = [...this.#rows.values()].map((row) => row.end ?? 0);
    const isRunning = [...this.#rows.values()].some((row) => row.state === "active");
    const total = Math.max(1, isRunning ? this.elapsed() : Math.max(...ends));
    for (const row of this.#rows.values()) {
      const end = row.end ?? this.elapsed();
      row.bar.style.setProperty("--from", `${(100 * row.begin) / total}%`);
      row.bar.style.setProperty("--width", `${(100 * (end - row.begin)) / total}%`);
    }
  }
}
