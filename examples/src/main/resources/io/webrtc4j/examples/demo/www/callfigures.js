// The tables below the pictures of a call: one for each direction, with a column for the picture
// and one for the sound.

const ROWS = [
  ["codec", "Codec", (codec) => codec],
  ["size", "Size", (size) => size],
  ["framesPerSecond", "Frames per second", (count) => count.toFixed(0)],
  ["bitrate", "Bitrate", bitrate],
  ["lost", "Packets lost", String],
  ["jitter", "Jitter", milliseconds],
  ["roundTrip", "Round trip", milliseconds],
];

const KINDS = { video: "Picture", audio: "Sound" };

function bitrate(bits) {
  return bits < 1e6 ? `${(bits / 1e3).toFixed(0)} kbit/s` : `${(bits / 1e6).toFixed(2)} Mbit/s`;
}

function milliseconds(seconds) {
  return `${(seconds * 1000).toFixed(1)} ms`;
}

/** One direction's table. */
export class CallFigures {
  #cells = new Map();

  constructor(table) {
    const head = table.createTHead().insertRow();
    ["Figure", ...Object.values(KINDS)].forEach((text) => header(head, text, "col"));
    const body = table.createTBody();
    for (const [name, label] of ROWS) {
      const row = body.insertRow();
      header(row, label, "row");
      for (const kind of Object.keys(KINDS)) {
        const cell = row.insertCell();
        cell.dataset.figure = `${kind}-${name}`;
        this.#cells.set(cell.dataset.figure, cell);
      }
    }
    this.clear();
  }

  clear() {
    Object.keys(KINDS).forEach((kind) => this.show(kind, {}));
  }

  /** @param figures of a Flow */
  show(kind, figures) {
    for (const [name, , write] of ROWS) {
      const value = figures[name];
      this.#cells.get(`${kind}-${name}`).textContent = value === undefined ? "–" : write(value);
    }
  }
}

function header(row, text, scope) {
  const cell = row.appendChild(document.createElement("th"));
  cell.scope = scope;
  cell.textContent = text;
}
