// The page: looks for the JVM in the signalling server's room, connects to it, shows how that goes,
// and begins again when it ends.

import { Call } from "./call.js";
import { CandidateLists } from "./candidates.js";
import { describeAddress, isVisible, parseEnd } from "./candidate.js";
import { Chat } from "./chat.js";
import { Connection } from "./connection.js";
import { Files } from "./files.js";
import { Plot } from "./plot.js";
import { RoundTrips } from "./rtt.js";
import { Signaling } from "./signaling.js";
import { Timeline, milliseconds } from "./timeline.js";
import { describePlot, onAgain, showAgain, showFigures, showHelp, showState, showText } from "./view.js";

const ROOM = "demo";
const JVM = "jvm";
const CONNECTING = "Connecting your browser to a JVM";

/** By then a path is usually found; if not, the page says what it knows and goes on trying. */
const PATIENCE_MILLIS = 4000;
const FIRST_PAUSE_MILLIS = 1000;
const LONGEST_PAUSE_MILLIS = 4000;

const byId = (id) => document.getElementById(id);
const timeline = new Timeline(byId("steps"));
const candidates = new CandidateLists({
  local: { list: byId("local-candidates"), count: byId("local-count") },
  remote: { list: byId("remote-candidates"), count: byId("remote-count") },
});
const chat = new Chat({
  list: byId("messages"),
  form: byId("chat-form"),
  input: byId("chat-input"),
  send: byId("chat-send"),
  chips: byId("chips"),
});
const files = new Files({
  drop: byId("drop"),
  input: byId("file-input"),
  list: byId("files"),
});
const call = new Call({
  card: byId("call"),
  start: byId("call-start"),
  end: byId("call-end"),
  sound: byId("call-sound"),
  note: byId("call-note"),
  own: byId("call-own"),
  returned: byId("call-returned"),
  sentFigures: byId("call-sent-figures"),
  returnedFigures: byId("call-returned-figures"),
});
const trips = new RoundTrips();
new Plot(byId("plot"), trips);

let signaling;
let connection;
let jvm;
let agreed = {};
let pause = FIRST_PAUSE_MILLIS;
let timers = [];

function after(millis, action) {
  timers.push(setTimeout(action, millis));
}

function begin() {
  timers.splice(0).forEach(clearTimeout);
  connection?.close();
  signaling?.close();
  connection = undefined;
  jvm = undefined;
  showAgain(null);
  timeline.reset();
  candidates.reset();
  agreed = {};
  ["browser-address", "jvm-address", "opened", "detail-pair", "detail-dtls", "detail-cipher", "detail-jvm"]
    .forEach((id) => showText(id, "–"));
  showText("opened-label", "until open");
  showState("connecting", CONNECTING, "Looking for the JVM.");
  signal(new Signaling(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/signal`, ROOM, "page"));
}

function signal(fresh) {
  signaling = fresh;
  const on = (type, listener) =>
    fresh.addEventListener(type, (event) => signaling === fresh && listener(event.detail));
  on("joined", (message) => {
    const found = message.members.find((member) => member.name === JVM);
    timeline.done("signaling", found ? "The JVM is in the room" : "The JVM is not in the room yet");
    meet(found);
  });
  on("member-joined", (member) => {
    if (!jvm && member.name === JVM) {
      // The time that the page waited is not the connection's.
      timeline.reset();
      timeline.done("signaling", "The JVM came into the room");
      meet(member);
    }
  });
  on("member-left", (member) => member.id === jvm?.id && left());
  on("error", (error) => end("failed", "The server refused", error.message));
  on("closed", signalingClosed);
}

function meet(member) {
  if (!member) {
    showState("connecting", CONNECTING, "The JVM is not in the room yet; waiting for it.");
    return;
  }
  jvm = member;
  showState("connecting", CONNECTING, "Exchanging descriptions and addresses.");
  connection = connect(new Connection(signaling, member.id));
  connection.start().catch((error) => end("failed", "No offer could be made", String(error)));
}

function left() {
  if (document.body.dataset.state !== "connected") {
    end("away", "The JVM left", "It left the room before a connection was there.");
  }
}

function signalingClosed() {
  // An open connection needs no signalling any more.
  if (document.body.dataset.state !== "connected") {
    end("away", "The server does not answer", "It may have been stopped. This page keeps looking for it.");
  }
}

function connect(fresh) {
  const on = (type, listener) =>
    fresh.addEventListener(type, (event) => connection === fresh && listener(event.detail));
  on("candidate", ({ side, candidate }) => {
    candidates.add(side, candidate, timeline.elapsed());
    if (!fresh.isPaired) {
      timeline.detail("ice", `Candidates so far: ${candidates.count("local")} of this browser, ` +
        `${candidates.count("remote")} of the JVM`);
    }
  });
  on("offered", () => timeline.done("offer"));
  on("answered", () => {
    timeline.done("answer");
    // Candidates in the answer itself may have been enough.
    if (!fresh.isPaired) {
      showState("connecting", CONNECTING, "Trying out the ways to the JVM.");
      after(PATIENCE_MILLIS, explain);
    }
  });
  on("paired", () => {
    timeline.done("ice");
    showHelp(null);
    showState("connecting", CONNECTING, "A path is there; agreeing on keys.");
    lookUp();
  });
  on("secured", () => {
    timeline.done("dtls");
    showState("connecting", CONNECTING, "Keys are agreed on; opening the channels.");
    lookUp();
  });
  on("opened", opened);
  on("interrupted", interrupted);
  on("resumed", resumed);
  on("failed", (why) => {
    explain();
    end("failed", "The connection failed", why);
  });
  on("ended", (why) => end("failed", "The connection ended", why));
  on("chat", received);
  on("track", (track) => call.returned(track));
  on("ping", (data) => {
    trips.received(data);
    const figures = trips.figures();
    if (figures) {
      showFigures(figures);
    }
  });
  return fresh;
}

function opened() {
  timeline.done("channel");
  showText("opened", milliseconds(timeline.elapsed()));
  showText("opened-label", "from nothing to open");
  pause = FIRST_PAUSE_MILLIS;
  const current = connection;
  chat.enable((text) => current.sendChat(text));
  files.enable(() => current.openFileChannel());
  call.enable(current);
  trips.start((bytes) => current.sendPing(bytes));
  talking();
  lookUp();
}

function talking() {
  showState("connected", "Your browser is talking to a JVM", "Over an encrypted data channel, peer to peer.");
}

function interrupted() {
  if (!signaling.isOpen) {
    end("away", "The JVM is gone", "Neither it nor its server answers.");
    return;
  }
  showState("interrupted", "The JVM is out of reach", "Nothing comes back at the moment; the connection may recover.");
}

function resumed() {
  if (document.body.dataset.state === "interrupted") {
    talking();
  }
}

/** Shows what the browser knows about the connection in use; the JVM's own report adds to it. */
async function lookUp() {
  const current = connection;
  const stats = await current.stats();
  if (connection !== current) {
    return;
  }
  agreed = { ...agreed, ...Object.fromEntries(Object.entries(stats).filter(([, value]) => value)) };
  showAgreed();
}

function received(message) {
  if (message.type === "chat") {
    chat.received(message.text);
  } else if (message.type === "info") {
    agreed = { ...agreed, info: message };
    showAgreed();
    lookUp();
  }
}

function showAgreed() {
  const { info } = agreed;
  const { local, remote } = ends(agreed);
  showText("browser-address", endText(local));
  showText("jvm-address", endText(remote));
  if (local && remote) {
    const pair = `${endText(local)} ⇄ ${endText(remote)}`;
    showText("detail-pair", pair);
    timeline.detail("ice", pair);
  }
  const version = agreed.dtlsVersion ?? info?.dtlsVersion;
  const cipher = agreed.cipher ?? info?.cipherSuite;
  showText("detail-dtls", [version, info?.keyExchangeGroup].filter(Boolean).join(", key exchange ") || "–");
  showText("detail-cipher", cipher ?? "–");
  showText("detail-jvm", info?.jvm ?? "–");
  if (version) {
    timeline.detail("dtls", [version, cipher].filter(Boolean).join(" · "));
  }
}

/**
 * The two ends of the pair in use. The browser may hide its own even from its page; the JVM sees
 * where packets come from, and its report counts if it is about the same pair.
 */
function ends({ local, remote, info }) {
  const jvmsOwn = parseEnd(info?.localCandidate);
  const isSamePair = !isVisible(remote) || (jvmsOwn !== undefined && remote.port === jvmsOwn.port);
  return {
    local: !isVisible(local) && isSamePair ? parseEnd(info?.remoteCandidate) ?? local : local,
    remote: isVisible(remote) ? remote : jvmsOwn ?? remote,
  };
}

function endText(end) {
  return end ? `${describeAddress(end.address, end.port)} ${end.type}` : "–";
}

/** No path so far: says why if that is known. */
function explain() {
  if (!connection || connection.isPaired) {
    return;
  }
  const isLoopbackOnly = candidates.isLoopbackOnly("remote");
  const hasNone = candidates.count("local") === 0;
  if (isLoopbackOnly) {
    showHelp("The JVM offered only loopback addresses, for this machine has no others" +
      (hasNone ? ", and this browser found no address that it may use." : "."));
  } else if (hasNone) {
    showHelp("This browser found no address that it may use, as happens without a network.");
  }
  showState("connecting", "No way to the JVM yet", isLoopbackOnly || hasNone
    ? "Still trying. Below is what helps."
    : "Still trying. A firewall may stand between this browser and the JVM's UDP ports.");
}

/** It is over; begins again after a pause that grows. */
function end(state, headline, sentence) {
  timers.splice(0).forEach(clearTimeout);
  const wasOpen = document.body.dataset.state === "connected" || document.body.dataset.state === "interrupted";
  const ended = connection;
  connection = undefined;
  ended?.close();
  trips.stop();
  chat.disable();
  files.disable("The connection was lost");
  call.disable("The connection was lost");
  timeline.fail(sentence);
  if (wasOpen) {
    chat.note("The connection ended.");
  }
  showState(state, headline, sentence);
  countDown(Math.round(pause / 1000));
  pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
}

function countDown(seconds) {
  if (seconds === 0) {
    begin();
    return;
  }
  showAgain(`Trying again in ${seconds} s.`);
  after(1000, () => countDown(seconds - 1));
}

onAgain(() => {
  pause = FIRST_PAUSE_MILLIS;
  begin();
});
setInterval(() => {
  const figures = trips.figures();
  if (figures) {
    describePlot(figures);
  }
}, 10_000);
addEventListener("pagehide", () => {
  connection?.close();
  signaling?.close();
});
addEventListener("pageshow", (event) => event.persisted && location.reload());

if ("RTCPeerConnection" in window) {
  begin();
} else {
  showState("failed", "This browser has no WebRTC", "Or it is switched off in its settings.");
}
