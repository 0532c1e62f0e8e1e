// Draws the round trips of the last minute on a canvas.

import { RoundTrips } from "./rtt.js";

const MARGIN = { left: 46, right: 10, top: 10, bottom: 22 };
const MIN_SCALE_MILLIS = 0.5;
const PAUSE_MILLIS = 1500;

/** The picture moves by less than a pixel in this time. */
const MOVING_MILLIS = 50;
const STILL_MILLIS = 1000;

export class Plot {
  #canvas;
  #context;
  #trips;
  #isStill = matchMedia("(prefers-reduced-motion: reduce)");
  #lastDrawn = 0;

  constructor(canvas, trips) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d");
    this.#trips = trips;
    const draw = (time) => {
      // Who wants little motion sees the picture change once a second.
      if (time - this.#lastDrawn > (this.#isStill.matches ? STILL_MILLIS : MOVING_MILLIS)) {
        this.#lastDrawn = time;
        this.#draw();
      }
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  }

  #draw() {
    const style = getComputedStyle(this.#canvas);
    const color = (name) => style.getPropertyValue(name).trim();
    const area = this.#resize();
    const figures = this.#trips.figures();
    const scale = niceScale(highestWorthShowing(this.#trips.times()));
    const now = performance.now();
    const x = (at) => area.right - ((now - at) / RoundTrips.windowMillis) * (area.right - area.left);
    const y = (rtt) => area.bottom - (rtt / scale.max) * (area.bottom - area.top);

    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#grid(area, scale, y, color("--line"), color("--soft"));
    if (!figures) {
      return;
    }
    this.#context.save();
    this.#context.beginPath();
    this.#context.rect(area.left, area.top - 1, area.right - area.left, area.bottom - area.top + 2);
    this.#context.clip();
    this.#curve(area, x, y, color("--browser"), color("--jvm"));
    this.#lostMarks(area, x, color("--bad"));
    this.#median(area, y(figures.median), color("--soft"));
    this.#context.restore();
  }

  /** The canvas has the screen's own pixels, so that lines are sharp. */
  #resize() {
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (this.#canvas.width !== Math.round(width * ratio) || this.#canvas.height !== Math.round(height * ratio)) {
      this.#canvas.width = Math.round(width * ratio);
      this.#canvas.height = Math.round(height * ratio);
    }
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom };
  }

  #grid(area, scale, y, line, text) {
    const context = this.#context;
    context.lineWidth = 1;
    context.strokeStyle = line;
    context.fillStyle = text;
    context.font = "11px system-ui, sans-serif";
    context.textAlign = "right";
    context.textBaseline = "middle";
    for (let value = 0; value <= scale.max + scale.step / 2; value += scale.step) {
      const level = Math.round(y(value)) + 0.5;
      context.beginPath();
      context.moveTo(area.left, level);
      context.lineTo(area.right, level);
      context.stroke();
      context.fillText(`${Number(value.toPrecision(3))} ms`, area.left - 6, level);
    }
    context.textBaseline = "top";
    for (const [seconds, align] of [[60, "left"], [30, "center"], [0, "right"]]) {
      context.textAlign = align;
      const at = area.right - (seconds / 60) * (area.right - area.left);
      context.fillText(seconds === 0 ? "now" : `${seconds} s ago`, at, area.bottom + 6);
    }
  }

  #curve(area, x, y, from, to) {
    const context = this.#context;
    const gradient = context.createLinearGradient(area.left, 0, area.right, 0);
    gradient.addColorStop(0, from);
    gradient.addColorStop(1, to);
    for (const run of runs(this.#trips.samples)) {
      context.beginPath();
      run.forEach((sample, index) => {
        context[index === 0 ? "moveTo" : "lineTo"](x(sample.at), y(sample.rtt));
      });
      context.lineWidth = 2;
      context.lineJoin = "round";
      context.lineCap = "round";
      context.strokeStyle = gradient;
      context.stroke();
      context.lineTo(x(run[run.length - 1].at), area.bottom);
      context.lineTo(x(run[0].at), area.bottom);
      context.closePath();
      context.globalAlpha = 0.14;
      context.fillStyle = gradient;
      context.fill();
      context.globalAlpha = 1;
    }
  }

  #lostMarks(area, x, color) {
    this.#context.fillStyle = color;
    for (const sample of this.#trips.samples) {
      if (sample.rtt === null) {
        this.#context.fillRect(x(sample.at) - 1, area.top, 2, area.bottom - area.top);
      }
    }
  }

  #median(area, level, color) {
    this.#context.strokeStyle = color;
    this.#context.setLineDash([4, 4]);
    this.#context.beginPath();
    this.#context.moveTo(area.left, level);
    this.#context.lineTo(area.right, level);
    this.#context.stroke();
    this.#context.setLineDash([]);
  }
}

/** Stretches without a loss or a pause. */
function runs(samples) {
  const found = [[]];
  let last = -Infinity;
  for (const sample of samples) {
    if (sample.rtt === null || sample.at - last > PAUSE_MILLIS) {
      found.push([]);
    }
    if (sample.rtt !== null) {
      found[found.length - 1].push(sample);
    }
    last = sample.at;
  }
  return found.filter((run) => run.length > 0);
}

/** A single slow round trip leaves the picture at its top, rather than flatten all others. */
function highestWorthShowing(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const most = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  return Math.max(MIN_SCALE_MILLIS, Math.min(sorted[sorted.length - 1] ?? 0, 3 * most));
}

/** A scale from 0 that ends on 1, 2 or 5 times a power of ten, in four or five steps. */
function niceScale(highest) {
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  return { step, max: step * Math.ceil(highest / step) };
}
