// The parts of the page that show one thing each.

const byId = (id) => document.getElementById(id);

const STATES = {
  connecting: "Connecting",
  connected: "Connected",
  interrupted: "Interrupted",
  failed: "Failed",
  away: "Server away",
};

/** @param state one of connecting, connected, interrupted, failed, away */
export function showState(state, headline, sentence) {
  document.body.dataset.state = state;
  byId("pill").textContent = STATES[state];
  byId("headline").textContent = headline;
  byId("sentence").textContent = sentence;
}

export function showText(id, text) {
  byId(id).textContent = text;
}

export function showFigures(figures) {
  const time = (value) => (value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`);
  showText("rtt-now", time(figures.now));
  showText("rtt-median", time(figures.median));
  showText("rtt-max", time(figures.max));
  showText("rtt-lost", String(figures.lost));
}

/** For those who don't see the plot; not so often that it is a nuisance. */
export function describePlot(figures) {
  byId("plot").setAttribute(
    "aria-label",
    `Round-trip times of the last minute: median ${figures.median.toFixed(1)} milliseconds, ` +
      `highest ${figures.max.toFixed(1)}, ${figures.lost} of ${figures.sent} lost`);
}

/** Explains, or with null no longer. */
export function showHelp(why) {
  byId("help").hidden = why === null;
  if (why !== null) {
    byId("help-why").textContent = why;
    document.querySelectorAll(".page-address").forEach((element) => (element.textContent = location.origin));
  }
}

export function showAgain(text) {
  byId("again").hidden = text === null;
  byId("again-text").textContent = text ?? "";
}

export function onAgain(listener) {
  byId("again-now").addEventListener("click", listener);
  byId("help-retry").addEventListener("click", listener);
}
