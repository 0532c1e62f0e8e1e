// What the test does with the audio and video of peer.js's connections. Tracks and streams have
// names, which the test gives them. No media device is needed: audio is silence, video a canvas.

import { connection, create } from '/peer.js';

const originals = {};

/** Makes a connection under this name. */
export function createForMedia(name, configuration) {
  create(name, configuration);
  const peer = connection(name);
  peer.media = { tracks: [], named: new Map(), senders: new Map(), streams: new Map() };
  peer.pc.addEventListener('track', ({ track, streams, transceiver }) => {
    // Chromium tells of tracks once more when a local offer stops receiving several.
    if (peer.media.settingLocal) return;
    peer.media.tracks.push({
      mid: transceiver.mid,
      kind: track.kind,
      streams: streams.map(({ id }) => id),
    });
  });
}

/** Adds a new track under a name. */
export function addTrack(name, track, kind, streams) {
  const { pc, media } = connection(name);
  const sender = pc.addTrack(newTrack(kind), ...namedStreams(media, streams));
  media.senders.set(track, sender);
  remember(media, sender, streams);
}

/** Removes a track that was added under a name. */
export function removeTrack(name, track) {
  const { pc, media } = connection(name);
  pc.removeTrack(media.senders.get(track));
}

/** Adds a transceiver: { withTrack, direction, streams, rids }. */
export function addTransceiver(name, kind, { withTrack, direction, streams, rids }) {
  const { pc, media } = connection(name);
  const sendEncodings = rids.map((rid, i) => ({
    rid,
    scaleResolutionDownBy: 2 ** (rids.length - 1 - i),
  }));
  const { sender } = pc.addTransceiver(withTrack ? newTrack(kind) : kind, {
    direction,
    streams: namedStreams(media, streams),
    ...(rids.length ? { sendEncodings } : {}),
  });
  remember(media, sender, streams);
}

/** Sets what a transceiver wants. */
export function setDirection(name, index, direction) {
  connection(name).pc.getTransceivers()[index].direction = direction;
}

/** Stops a transceiver. */
export function stop(name, index) {
  connection(name).pc.getTransceivers()[index].stop();
}

/** Has a transceiver's sender send a new track. */
export async function replaceTrack(name, index, kind) {
  await connection(name).pc.getTransceivers()[index].sender.replaceTrack(newTrack(kind));
}

/** Restricts a transceiver to the codecs of these types, in this order. */
export function setCodecPreferences(name, index, mimeTypes) {
  const transceiver = connection(name).pc.getTransceivers()[index];
  const { codecs } = RTCRtpReceiver.getCapabilities(transceiver.receiver.track.kind);
  const ofType = (type) => codecs.filter((c) => c.mimeType.toLowerCase() === type.toLowerCase());
  transceiver.setCodecPreferences(mimeTypes.flatMap(ofType));
}

/** Has the next offer restart ICE. */
export function restartIce(name) {
  connection(name).pc.restartIce();
}

/** Sets what is given, or what the signalling state asks for, and returns the description. */
export async function setLocal(name, type) {
  const { pc, media } = connection(name);
  media.settingLocal = true;
  await (type ? pc.setLocalDescription({ type }) : pc.setLocalDescription());
  media.settingLocal = false;
  return pc.localDescription?.toJSON();
}

/** Makes an offer that is not used, with the legacy options to receive audio and video. */
export async function offerToReceive(name) {
  const options = { offerToReceiveAudio: true, offerToReceiveVideo: true };
  await connection(name).pc.createOffer(options);
}

/** Has offers list every header extension that the browser knows. */
export function negotiateAllHeaderExtensions(name) {
  for (const transceiver of connection(name).pc.getTransceivers()) {
    const all = transceiver.getHeaderExtensionsToNegotiate();
    transceiver.setHeaderExtensionsToNegotiate(
      all.map((extension) => ({ ...extension, direction: 'sendrecv' })),
    );
  }
}

/** Waits until the connection is connected. */
export async function connected(name) {
  const { pc } = connection(name);
  await new Promise((resolve, reject) => {
    const look = () => {
      if (pc.connectionState === 'connected') resolve();
      if (['failed', 'closed'].includes(pc.connectionState)) {
        reject(new Error(`the connection is ${pc.connectionState}`));
      }
    };
    pc.addEventListener('connectionstatechange', look);
    look();
  });
}

/** How the connection and its transceivers are. */
export function view(name) {
  const { pc, media } = connection(name);
  return {
    signalingState: pc.signalingState,
    connectionState: pc.connectionState,
    iceConnectionState: pc.iceConnectionState,
    localDescription: pc.localDescription?.sdp ?? '',
    remoteDescription: pc.remoteDescription?.sdp ?? '',
    transceivers: pc.getTransceivers().map((t) => viewOf(pc, media, t)),
    tracks: media.tracks,
  };
}

function viewOf(pc, media, transceiver) {
  const { mid, direction, currentDirection, sender, receiver } = transceiver;
  const { kind } = receiver.track;
  const { encodings = [], codecs: sendCodecs = [] } = sender.getParameters();
  // Firefox's receivers have no getParameters; the descriptions say the same.
  const receiveCodecs = receiver.getParameters?.().codecs ?? [];
  return {
    mid,
    kind,
    direction,
    currentDirection,
    rids: encodings.map(({ rid }) => rid).filter((rid) => rid),
    streams: media.streams.get(sender) ?? [],
    sendCodecs: described(sendCodecs.length ? sendCodecs : codecsIn(pc.remoteDescription, mid)),
    receiveCodecs: described(
      receiveCodecs.length ? receiveCodecs : codecsIn(pc.localDescription, mid),
    ),
  };

  function described(codecs) {
    return codecs.map(({ payloadType, mimeType }) => ({
      payloadType,
      name: mimeType.replace(/^.*\//, '').toLowerCase(),
    }));
  }
}

/** The codecs of a section, in its order. */
function codecsIn(description, mid) {
  const sections = description?.sdp.split(/^m=/m).slice(1) ?? [];
  const section = sections.find((each) => each.split('\r\n').includes(`a=mid:${mid}`)) ?? '';
  const mimeTypes = new Map(
    [...section.matchAll(/^a=rtpmap:(\d+) ([^/]+)/gm)].map((match) => [match[1], match[2]]),
  );
  const payloadTypes = section.split('\r\n')[0].split(' ').slice(3);
  return payloadTypes
    .filter((type) => mimeTypes.has(type))
    .map((type) => ({ payloadType: Number(type), mimeType: mimeTypes.get(type) }));
}

function namedStreams(media, names) {
  return names.map((name) => {
    if (!media.named.has(name)) media.named.set(name, new MediaStream());
    return media.named.get(name);
  });
}

function remember(media, sender, streams) {
  media.streams.set(sender, namedStreams(media, streams).map(({ id }) => id));
}

function newTrack(kind) {
  originals[kind] ??= kind === 'audio' ? silence() : picture();
  return originals[kind].clone();
}

function silence() {
  return new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0];
}

function picture() {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  return canvas.captureStream().getVideoTracks()[0];
}
