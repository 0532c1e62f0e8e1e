// A browser as a peer of the echo programs: makes connections to an echo server, or is one. What
// the test waits for goes to it as a line of text.

const LIMIT_MILLIS = 20_000;
// The library's own limit, which both browsers send at least.
const LARGEST_BYTES = 256 * 1024;

const say = (line) => globalThis.webrtc4j?.tell(line);

/**
 * Makes a connection to the server at `url`, exchanges messages, and closes it, or if it is to stay
 * waits until the server does. Returns how long it took from the peer connection's making to the
 * first channel's opening, in milliseconds.
 */
export async function offer(url, stays) {
  const begun = performance.now();
  const pc = new RTCPeerConnection();
  try {
    const first = new Channel(pc.createDataChannel('first'));
    const opened = first.opened.then(() => performance.now() - begun);
    await pc.setLocalDescription();
    await gathered(pc);
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(pc.localDescription),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    await pc.setRemoteDescription(await response.json());
    const millis = await within(opened, 'the first channel to open');
    await converse(pc, first);
    if (stays) {
      say('staying');
      await first.closed;
    }
    return millis;
  } finally {
    pc.close();
  }
}

// Firefox collects a connection that nothing but its own listeners refers to, and falls silent.
const serving = new Set();

/** Makes a connection that sends everything back, and returns the answer to `offered`. */
export async function answer(offered, number) {
  const pc = new RTCPeerConnection();
  serving.add(pc);
  pc.ondatachannel = ({ channel }) => {
    channel.binaryType = 'arraybuffer';
    channel.onmessage = ({ data }) => channel.send(data);
    channel.onclose = () => {
      // The client's first channel lives as long as its connection.
      if (channel.label === 'echo') {
        pc.close();
        serving.delete(pc);
        say(`connection ${number} closed`);
      }
    };
  };
  await pc.setRemoteDescription(offered);
  await pc.setLocalDescription();
  await gathered(pc);
  return pc.localDescription.toJSON();
}

async function converse(pc, first) {
  await first.echoAll([...small(), 'x'.repeat(LARGEST_BYTES), bytes(LARGEST_BYTES)]);
  const second = new Channel(pc.createDataChannel('second', { ordered: false }));
  await within(second.opened, 'the second channel to open');
  await second.echoAll(small());
  await first.echo('the other channel');
  second.channel.close();
  await within(second.closed, 'the second channel to close');
  await first.echo('still here');
}

const small = () =>
  ['Hello', 'Grüße, 世界 🌍', bytes(1), '', bytes(0), 'after the empty ones', bytes(1500)];

function bytes(count) {
  return Uint8Array.from({ length: count }, (_, i) => (i * 7919) >> 3);
}

/** A data channel on which each message is to come back before the next is sent. */
class Channel {
  constructor(channel) {
    this.channel = channel;
    channel.binaryType = 'arraybuffer';
    this.opened = new Promise((resolve) => (channel.onopen = resolve));
    this.closed = new Promise((resolve) => (channel.onclose = resolve));
  }

  async echoAll(messages) {
    for (const message of messages) await this.echo(message);
  }

  async echo(message) {
    const next = new Promise((resolve) => (this.channel.onmessage = (e) => resolve(e.data)));
    this.channel.send(message);
    const returned = await within(next, `${message.length} to come back`);
    const same =
      typeof message === 'string'
        ? returned === message
        : returned instanceof ArrayBuffer && equal(message, new Uint8Array(returned));
    if (!same) throw new Error(`something else came back for ${typeof message} ${message.length}`);
  }
}

const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

function gathered(pc) {
  const complete = new Promise((resolve) => {
    const look = () => pc.iceGatheringState === 'complete' && resolve();
    pc.addEventListener('icegatheringstatechange', look);
    look();
  });
  return within(complete, 'gathering');
}

function within(promise, what) {
  const limit = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`waited ${LIMIT_MILLIS} ms for ${what}`)), LIMIT_MILLIS);
  });
  return Promise.race([promise, limit]);
}
