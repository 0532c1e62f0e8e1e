// The browser's peer connections, by name, and their data channels, by label. What happens to them
// goes to the test as events: { peer, type, channel?, … }.

const connections = new Map();
let report = () => {};

/** Tells where events go. */
export function onEvent(listener) {
  report = listener;
}

/** The connection under this name, as { pc, … }. */
export function connection(name) {
  return connections.get(name);
}

/** Tells the test what happened to the connection under this name. */
export function tell(name, type, more) {
  report({ peer: name, type, ...more });
}

/** Makes a connection under this name. */
export function create(name, configuration) {
  const pc = new RTCPeerConnection(configuration ?? {});
  const peer = { pc, channels: new Map(), earlyCandidates: [] };
  connections.set(name, peer);
  const tell = (type, more) => report({ peer: name, type, ...more });
  pc.onicecandidate = (e) => tell('candidate', { candidate: e.candidate });
  pc.onconnectionstatechange = () => tell('connectionState', { state: pc.connectionState });
  pc.oniceconnectionstatechange = () => tell('iceState', { state: pc.iceConnectionState });
  pc.ondatachannel = (e) => {
    adopt(name, e.channel);
    tell('channel', { channel: e.channel.label, ...described(e.channel) });
  };
}

/** Makes a connection with an RSA certificate. */
export async function createWithRsa(name) {
  const certificate = await RTCPeerConnection.generateCertificate({
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  });
  create(name, { certificates: [certificate] });
}

/** Makes an offer and sets it as the local description. */
export async function offer(name, options) {
  const { pc } = connections.get(name);
  await pc.setLocalDescription(await pc.createOffer(options ?? {}));
  return pc.localDescription.toJSON();
}

/** Takes an offer and answers it. */
export async function answer(name, theOffer) {
  const { pc } = connections.get(name);
  await setRemote(name, theOffer);
  await pc.setLocalDescription(await pc.createAnswer());
  return pc.localDescription.toJSON();
}

/** Takes the answer to this side's offer. */
export async function accept(name, theAnswer) {
  await setRemote(name, theAnswer);
}

/** Takes a candidate of the other side, at once or when there is a remote description. */
export async function addCandidate(name, candidate) {
  const peer = connections.get(name);
  if (peer?.pc.remoteDescription) await peer.pc.addIceCandidate(candidate);
  else peer?.earlyCandidates.push(candidate);
}

/** Makes a data channel. */
export function openChannel(name, label, options) {
  adopt(name, connections.get(name).pc.createDataChannel(label, options ?? {}));
}

/** Sends a string. */
export function sendText(name, label, text) {
  channel(name, label).send(text);
}

/** Sends so many numbers as strings of a length, all at once. */
export function sendNumbers(name, label, count, length) {
  for (let i = 0; i < count; i++) channel(name, label).send(String(i).padEnd(length));
}

/** Sends bytes, given in base64. */
export function sendBinary(name, label, base64) {
  channel(name, label).send(bytes(base64));
}

/** Closes a data channel. */
export function closeChannel(name, label) {
  channel(name, label).close();
}

/** Closes a connection. */
export function close(name) {
  connections.get(name)?.pc.close();
}

/** Closes a connection and forgets it. */
export function remove(name) {
  close(name);
  connections.delete(name);
}

/** What getStats says, one object per entry. */
export async function stats(name) {
  return [...(await connections.get(name).pc.getStats()).values()];
}

/** Two connections of this page, one message there and back: the browser by itself. */
export async function loopback() {
  const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
  a.onicecandidate = (e) => b.addIceCandidate(e.candidate);
  b.onicecandidate = (e) => a.addIceCandidate(e.candidate);
  b.ondatachannel = (e) => {
    e.channel.onmessage = (m) => e.channel.send(m.data);
  };
  const ping = a.createDataChannel('ping');
  const echoed = new Promise((resolve, reject) => {
    ping.onopen = () => ping.send('hello');
    ping.onmessage = (m) => resolve(m.data);
    ping.onerror = (e) => reject(e.error);
  });
  await a.setLocalDescription();
  await b.setRemoteDescription(a.localDescription);
  await b.setLocalDescription();
  await a.setRemoteDescription(b.localDescription);
  const message = await echoed;
  a.close();
  b.close();
  return message;
}

/**
 * Connects to an echo server as a page of another origin, sends each message and returns what came
 * back. Messages are { text } or { binary } (base64).
 */
export async function echo(url, messages) {
  const pc = new RTCPeerConnection();
  try {
    const c = pc.createDataChannel('echo');
    c.binaryType = 'arraybuffer';
    const returned = [];
    const all = new Promise((resolve, reject) => {
      c.onopen = () => messages.forEach((m) => c.send(m.text ?? bytes(m.binary)));
      c.onmessage = (e) => {
        if (returned.push(message(e.data)) === messages.length) resolve();
      };
      c.onclose = () => reject(new Error('the channel was closed'));
    });
    await connect(pc, url);
    await all;
    return returned;
  } finally {
    pc.close();
  }
}

const FRAMES = 30;
const LOOKS = 200;
const LOOK_AGAIN_MILLIS = 100;

/**
 * Sends an echo server camera and microphone as a page of another origin, and waits until pictures
 * and sound are back. Returns what getStats says of both.
 */
export async function echoMedia(url) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  const pc = new RTCPeerConnection();
  try {
    pc.ontrack = ({ track, streams }) => {
      const element = document.createElement(track.kind);
      element.autoplay = true;
      [element.srcObject] = streams;
      document.body.append(element);
    };
    stream.getTracks().forEach((track) => pc.addTrack(track, stream));
    await connect(pc, url);
    for (let look = 0; look < LOOKS; look++) {
      const { video, audio } = await received(pc);
      if (video?.framesDecoded >= FRAMES && audio?.totalAudioEnergy > 0) return { video, audio };
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLIS));
    }
    throw new Error(`not enough came back: ${JSON.stringify(await received(pc))}`);
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    pc.close();
  }
}

/** What comes in, by kind. */
async function received(pc) {
  const inbound = [...(await pc.getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
  return Object.fromEntries(inbound.map((entry) => [entry.kind, entry]));
}

/** Makes an offer with all candidates and takes the answer of the server at `url`. */
async function connect(pc, url) {
  await pc.setLocalDescription();
  await new Promise((resolve) => {
    pc.onicegatheringstatechange = () => pc.iceGatheringState === 'complete' && resolve();
  });
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify(pc.localDescription);
  const response = await fetch(url, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await pc.setRemoteDescription(await response.json());
}

async function setRemote(name, description) {
  const peer = connections.get(name);
  await peer.pc.setRemoteDescription(description);
  for (const candidate of peer.earlyCandidates.splice(0)) await peer.pc.addIceCandidate(candidate);
}

function channel(name, label) {
  return connections.get(name).channels.get(label);
}

function described(c) {
  return {
    id: c.id,
    ordered: c.ordered,
    protocol: c.protocol,
    negotiated: c.negotiated,
    maxRetransmits: c.maxRetransmits,
    maxPacketLifeTime: c.maxPacketLifeTime,
    state: c.readyState,
  };
}

function adopt(name, c) {
  const { label } = c;
  const tell = (type, more) => report({ peer: name, type, channel: label, ...more });
  connections.get(name).channels.set(label, c);
  c.binaryType = 'arraybuffer';
  const opened = () => tell('open', described(c));
  if (c.readyState === 'open') opened();
  else c.onopen = opened;
  c.onclosing = () => tell('closing');
  c.onclose = () => tell('close');
  c.onerror = (e) => tell('error', { message: e.error?.message });
  c.onmessage = (e) => tell('message', message(e.data));
}

function message(data) {
  return typeof data === 'string' ? { text: data } : { binary: base64(new Uint8Array(data)) };
}

function bytes(base64) {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

function base64(array) {
  let text = '';
  for (let i = 0; i < array.length; i += 0x2000) {
    text += String.fromCharCode(...array.subarray(i, i + 0x2000));
  }
  return btoa(text);
}
