// The files that the user drops on the page or chooses: sent to the JVM one after the other, each
// with its own row. Names are shown as text, never as markup.

import { Transfer } from "./transfer.js";

/** How long a rate is measured over. */
const RATE_MILLIS = 2000;
const SHOWN_EVERY_MILLIS = 200;
const SHOWN_DIGITS = 16;

/** The rate of less says nothing but how long a round trip takes. */
const MEASURABLE_BYTES = 100_000;

const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

function amount(bytes) {
  if (bytes === 1) {
    return "1 byte";
  }
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}

export class Files {
  #elements;
  #openChannel;
  #rows = [];
  #current;

  /** @param elements {drop, input, list}: the zone to drop files on, the file input and the list */
  constructor(elements) {
    this.#elements = elements;
    elements.input.addEventListener("change", () => {
      this.#add(elements.input.files);
      elements.input.value = "";
    });
    this.#listenToDrops();
  }

  /** @param openChannel makes a data channel for one file */
  enable(openChannel) {
    this.#openChannel = openChannel;
    this.#next();
  }

  /** The connection is gone, and with it the file that was on its way. */
  disable(why) {
    this.#openChannel = undefined;
    this.#current?.transfer.end(why);
  }

  /** The whole window takes drops: a file that misses the zone would replace the page. */
  #listenToDrops() {
    const { drop } = this.#elements;
    const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
    const on = (type, isOver, listener = () => {}) =>
      addEventListener(type, (event) => {
        if (hasFiles(event)) {
          event.preventDefault();
          drop.classList.toggle("over", isOver);
          listener(event);
        }
      });
    on("dragover", true);
    on("dragleave", false);
    on("drop", false, (event) => this.#add(event.dataTransfer.files));
  }

  #add(files) {
    for (const file of files) {
      const row = new Row(file, () => this.#cancel(row), () => this.#again(row));
      this.#rows.push(row);
      this.#elements.list.prepend(row.item);
    }
    this.#next();
  }

  #cancel(row) {
    if (row === this.#current) {
      row.transfer.end("Cancelled");
    } else {
      row.failed("Cancelled");
    }
  }

  #again(row) {
    row.waits();
    this.#next();
  }

  async #next() {
    const row = this.#rows.find((candidate) => candidate.isWaiting);
    if (this.#current || !this.#openChannel || !row) {
      return;
    }
    this.#current = row;
    try {
      const transfer = new Transfer(row.file, this.#openChannel());
      row.begins(transfer);
      row.done(await transfer.send());
    } catch (error) {
      row.failed(error.message);
    }
    this.#current = undefined;
    this.#next();
  }
}

/** One file's line, bar and button. */
class Row {
  item = document.createElement("li");
  transfer;
  #parts = {};
  #samples = [];
  #redraw;

  constructor(file, onCancel, onAgain) {
    this.file = file;
    for (const [part, tag] of [["name", "span"], ["button", "button"], ["bar", "progress"], ["note", "span"]]) {
      this.#parts[part] = this.item.appendChild(document.createElement(tag));
      this.#parts[part].className = `file-${part}`;
    }
    const { name, button, bar } = this.#parts;
    name.textContent = file.name;
    bar.max = Math.max(file.size, 1);
    bar.setAttribute("aria-label", `How much of ${file.name} the JVM has`);
    button.type = "button";
    button.addEventListener("click", () => (this.item.dataset.file === "failed" ? onAgain() : onCancel()));
    this.waits();
  }

  get isWaiting() {
    return this.item.dataset.file === "waiting";
  }

  waits() {
    this.transfer = undefined;
    this.#become("waiting", `Waiting · ${amount(this.file.size)}`, "Cancel");
    this.#show(0, 0);
  }

  begins(transfer) {
    this.transfer = transfer;
    this.#samples = [];
    this.#become("sending", "Opening a channel", "Cancel");
    this.#redraw = setInterval(() => this.#draw(), SHOWN_EVERY_MILLIS);
    transfer.addEventListener("progress", () => this.#draw());
  }

  done({ isEqual, own, jvms, millis }) {
    clearInterval(this.#redraw);
    const { size } = this.file;
    this.#show(size, size);
    if (!isEqual) {
      this.failed(`The digests differ: ${own} here, ${jvms} at the JVM`);
      return;
    }
    const rate = size >= MEASURABLE_BYTES ? ` at ${amount((size / millis) * 1000)}/s` : "";
    this.#become("done", `${amount(size)} in ${(millis / 1000).toFixed(1)} s${rate} · both ends have SHA-256 `, null);
    const digest = this.#parts.note.appendChild(document.createElement("code"));
    digest.textContent = `${own.slice(0, SHOWN_DIGITS)}…`;
    digest.title = own;
    this.item.dataset.digest = own;
  }

  failed(why) {
    clearInterval(this.#redraw);
    const { received } = this.transfer ?? { received: 0 };
    const { size } = this.file;
    const where = received > 0 && received < size ? `, with ${amount(received)} of ${amount(size)} at the JVM` : "";
    this.#become("failed", `${why}${where}.`, "Send again");
  }

  /** What comes after the end, such as of a file that was cancelled, changes nothing. */
  #draw() {
    if (this.item.dataset.file !== "sending") {
      return;
    }
    const { sent, received } = this.transfer;
    const { size } = this.file;
    const now = performance.now();
    this.#samples.push({ now, received });
    while (this.#samples.length > 2 && now - this.#samples[0].now > RATE_MILLIS) {
      this.#samples.shift();
    }
    const first = this.#samples[0];
    const rate = now > first.now ? ((received - first.received) / (now - first.now)) * 1000 : 0;
    this.#show(sent, received);
    this.#parts.note.textContent =
      `${amount(sent)} of ${amount(size)} sent · the JVM has ${amount(received)} · ${amount(rate)}/s`;
  }

  #show(sent, received) {
    const percent = (bytes) => `${(100 * bytes) / Math.max(this.file.size, 1)}%`;
    this.#parts.bar.value = received;
    this.item.style.setProperty("--sent", percent(sent));
    this.item.style.setProperty("--received", percent(received));
  }

  #become(state, note, action) {
    const { note: text, button } = this.#parts;
    this.item.dataset.file = state;
    text.textContent = note;
    button.hidden = action === null;
    button.textContent = action ?? "";
  }
}
