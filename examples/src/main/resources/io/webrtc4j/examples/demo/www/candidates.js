// The two lists of candidates.

import { describeAddress, isLoopback } from "./candidate.js";
import { milliseconds } from "./timeline.js";

export class CandidateLists {
  #sides;

  constructor(sides) {
    this.#sides = sides;
    this.reset();
  }

  reset() {
    for (const side of Object.values(this.#sides)) {
      side.candidates = [];
      side.count.textContent = "0";
      side.list.replaceChildren(row("None yet.", "none"));
    }
  }

  /** One that came in the description may be trickled as well, and counts once. */
  add(sideName, candidate, elapsed) {
    const side = this.#sides[sideName];
    if (side.candidates.some((known) => isSame(known, candidate))) {
      return;
    }
    if (side.candidates.length === 0) {
      side.list.replaceChildren();
    }
    side.candidates.push(candidate);
    side.count.textContent = String(side.candidates.length);
    const item = row(describeAddress(candidate.address, candidate.port));
    const kind = item.appendChild(document.createElement("span"));
    kind.className = "kind";
    kind.textContent = ` ${candidate.type} ${candidate.protocol} · ${milliseconds(elapsed)}`;
    side.list.append(item);
  }

  count(sideName) {
    return this.#sides[sideName].candidates.length;
  }

  /** Whether that side has candidates, all of them on loopback addresses. */
  isLoopbackOnly(sideName) {
    const candidates = this.#sides[sideName].candidates;
    return candidates.length > 0 && candidates.every((candidate) => isLoopback(candidate.address));
  }
}

function isSame(a, b) {
  return ["address", "port", "protocol", "type"].every((part) => a[part] === b[part]);
}

function row(text, className) {
  const item = document.createElement("li");
  item.textContent = text;
  if (className) {
    item.className = className;
  }
  return item;
}
