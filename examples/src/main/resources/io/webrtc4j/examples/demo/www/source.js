// What a call sends: camera and microphone, or in place of each a synthetic one.

import { syntheticPicture, syntheticSound } from "./synthetic.js";

const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };

const REASONS = {
  NotAllowedError: "Camera and microphone were refused",
  NotReadableError: "Camera and microphone are in use elsewhere",
};

/** @returns {Promise<{stream, note, close}>} where the note is for people */
export async function openSource() {
  const { tracks, why } = await deviceTracks();
  const stops = [];
  const missing = [];
  const substitute = (kind, name, make) => {
    if (!tracks.some((track) => track.kind === kind)) {
      const { track, stop } = make();
      tracks.push(track);
      stops.push(stop);
      missing.push(name);
    }
  };
  substitute("video", "a picture", syntheticPicture);
  substitute("audio", "a tone", syntheticSound);
  return {
    stream: new MediaStream(tracks),
    note: missing.length === 0
      ? "What your camera and microphone give goes to the JVM, which sends it back."
      : `${why}: ${missing.join(" and ")} of the page's own ${missing.length === 1 ? "goes" : "go"} to the JVM instead.`,
    close: () => [...tracks.map((track) => () => track.stop()), ...stops].forEach((stop) => stop()),
  };
}

/** Of the devices that there are. A page that did not come from a safe place may use none. */
async function deviceTracks() {
  const devices = navigator.mediaDevices;
  const kinds = new Set(((await devices?.enumerateDevices()) ?? []).map(({ kind }) => kind));
  const video = kinds.has("videoinput") && PICTURE;
  const audio = kinds.has("audioinput");
  if (!video && !audio) {
    return { tracks: [], why: "There is no camera or microphone that this page may use" };
  }
  try {
    const tracks = (await devices.getUserMedia({ video, audio })).getTracks();
    return { tracks, why: `There is no ${video ? "microphone" : "camera"}` };
  } catch (error) {
    return { tracks: [], why: REASONS[error.name] ?? `Camera and microphone can't be used (${error.message})` };
  }
}
