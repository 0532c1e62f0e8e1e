// What the browser's own getStats says: which members its objects have.

const LIMIT_MILLIS = 20000;

/**
 * Two connections of this page send one another a moving picture and a message; audio is agreed on,
 * but a page that nobody has clicked on has none. Gives the names of the
 * members that their statistics have, by the objects' types, once each has heard the other's
 * reports.
 */
export async function statsMembers() {
  const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
  a.onicecandidate = (e) => b.addIceCandidate(e.candidate);
  b.onicecandidate = (e) => a.addIceCandidate(e.candidate);
  b.ondatachannel = (e) => e.channel.send('hello');
  a.createDataChannel('data');
  const pictures = [a, b].map(movingPicture);
  a.addTrack(new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0]);
  await a.setLocalDescription();
  await b.setRemoteDescription(a.localDescription);
  await b.setLocalDescription();
  await a.setRemoteDescription(b.localDescription);
  const deadline = performance.now() + LIMIT_MILLIS;
  const members = {};
  while (!isComplete(members)) {
    if (performance.now() > deadline) {
      throw new Error(`no reports came: ${JSON.stringify(members)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const pc of [a, b]) {
      (await pc.getStats()).forEach((stats) => {
        members[stats.type] = [...new Set([...(members[stats.type] ?? []), ...Object.keys(stats)])];
      });
    }
  }
  a.close();
  b.close();
  pictures.forEach(clearInterval);
  return members;
}

/** Has the connection send a picture that changes; gives the timer. */
function movingPicture(pc) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  pc.addTrack(canvas.captureStream().getVideoTracks()[0]);
  return setInterval(() => {
    context.fillStyle = `hsl(${performance.now() % 360} 100% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }, 50);
}

function isComplete(members) {
  return (
    members['remote-inbound-rtp']?.includes('roundTripTime') &&
    members['remote-outbound-rtp']?.includes('remoteTimestamp')
  );
}
