// Media that flows through peer.js's connections: the browser's fake camera and microphone, and
// what it makes of what it is sent.

import { connection } from '/peer.js';

/** Adds the tracks of a camera or microphone of the browser's own. */
export async function addDevices(name, constraints) {
  const { pc, media } = connection(name);
  const stream = await navigator.mediaDevices.getUserMedia(constraints);
  media.devices = stream;
  for (const track of stream.getTracks()) pc.addTrack(track, stream);
}

/** Adds the camera in several versions, the smallest first. */
export async function addSimulcastCamera(name, rids) {
  const { pc, media } = connection(name);
  const video = { width: 960, height: 540 };
  media.devices = await navigator.mediaDevices.getUserMedia({ video });
  const [track] = media.devices.getTracks();
  pc.addTransceiver(track, {
    streams: [media.devices],
    sendEncodings: rids.map((rid, i) => ({
      rid,
      scaleResolutionDownBy: 2 ** (rids.length - 1 - i),
    })),
  });
}

/** Has the browser's track of this kind sent or not. */
export function enable(name, kind, enabled) {
  for (const track of connection(name).media.devices.getTracks()) {
    if (track.kind === kind) track.enabled = enabled;
  }
}

/** Plays what comes, so that it is decoded. */
export function play(name) {
  const { pc, media } = connection(name);
  media.players = [];
  const player = (track) => {
    const element = document.createElement(track.kind);
    element.autoplay = true;
    element.srcObject = new MediaStream([track]);
    document.body.append(element);
    media.players.push(element);
  };
  pc.getReceivers().forEach(({ track }) => player(track));
  pc.addEventListener('track', ({ track }) => player(track));
}

/** Ends players and devices. */
export function stopFlow(name) {
  const { media } = connection(name);
  media.players?.forEach((element) => element.remove());
  media.devices?.getTracks().forEach((track) => track.stop());
}

/** Entries of getStats of this type. */
export async function statsOf(name, type) {
  const report = await connection(name).pc.getStats();
  return [...report.values()].filter((entry) => entry.type === type);
}
