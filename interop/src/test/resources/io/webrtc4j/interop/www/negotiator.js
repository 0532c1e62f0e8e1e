// Perfect negotiation, as W3C WebRTC §10.7 has it. What goes to the other side is told as `signal`
// events: { description } or { candidate }.

import { connection, tell } from '/peer.js';

/** Negotiates from now on, whenever it is needed. */
export function negotiate(name, polite) {
  const peer = connection(name);
  const { pc } = peer;
  const state = { polite, makingOffer: false, ignoreOffer: false, settingAnswer: false };
  peer.negotiation = { state, errors: [], sent: 0, taken: 0 };
  pc.onicecandidate = ({ candidate }) => candidate && send(name, { candidate });
  pc.onnegotiationneeded = async () => {
    try {
      state.makingOffer = true;
      await pc.setLocalDescription();
      send(name, { description: pc.localDescription });
    } catch (error) {
      peer.negotiation.errors.push(`offer: ${error}`);
    } finally {
      state.makingOffer = false;
    }
  };
}

/** Takes what the other side sent; does not wait until it is done. */
export function take(name, { description, candidate }) {
  const { negotiation } = connection(name);
  (description ? takeDescription(name, description) : takeCandidate(name, candidate))
    .catch((error) => negotiation.errors.push(`${description?.type ?? 'candidate'}: ${error}`))
    .finally(() => negotiation.taken++);
}

/** What came of it: { sent, taken, errors }. */
export function negotiated(name) {
  const { sent, taken, errors } = connection(name).negotiation;
  return { sent, taken, errors };
}

async function takeDescription(name, description) {
  const { pc, negotiation } = connection(name);
  const { state } = negotiation;
  const ready =
    !state.makingOffer && (pc.signalingState === 'stable' || state.settingAnswer);
  const collision = description.type === 'offer' && !ready;
  state.ignoreOffer = !state.polite && collision;
  if (state.ignoreOffer) return;
  state.settingAnswer = description.type === 'answer';
  try {
    await pc.setRemoteDescription(description);
  } finally {
    state.settingAnswer = false;
  }
  if (description.type !== 'offer') return;
  await pc.setLocalDescription();
  send(name, { description: pc.localDescription });
}

async function takeCandidate(name, candidate) {
  const { pc, negotiation } = connection(name);
  try {
    await pc.addIceCandidate(candidate);
  } catch (error) {
    if (!negotiation.state.ignoreOffer) throw error;
  }
}

function send(name, message) {
  connection(name).negotiation.sent++;
  tell(name, 'signal', message);
}
