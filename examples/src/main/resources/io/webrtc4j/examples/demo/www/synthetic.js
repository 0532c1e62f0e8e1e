// A picture that moves and a tone, for those who have no camera or microphone or keep them to
// themselves.

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_PER_SECOND = 30;
const RADIUS = 44;

/** A pentatonic scale from A3, in hertz; one note after the other. */
const NOTES = [220, 246.9, 277.2, 329.6, 370];
const NOTE_MILLIS = 500;
const VOLUME = 0.2;

/** A track of the picture, drawn until {@code stop} is called. */
export function syntheticPicture() {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext("2d");
  draw(context);
  const [track] = canvas.captureStream(FRAMES_PER_SECOND).getTracks();
  const timer = setInterval(() => draw(context), 1000 / FRAMES_PER_SECOND);
  return { track, stop: () => clearInterval(timer) };
}

/** A track of the tone, which sounds until {@code stop} is called. */
export function syntheticSound() {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  volume.gain.value = VOLUME;
  const destination = context.createMediaStreamDestination();
  tone.connect(volume).connect(destination);
  tone.start();
  let note = 0;
  const timer = setInterval(() => (tone.frequency.value = NOTES[++note % NOTES.length]), NOTE_MILLIS);
  const [track] = destination.stream.getTracks();
  const stop = () => {
    clearInterval(timer);
    context.close();
  };
  return { track, stop };
}

/** A ball that bounces between the browser's colour and the JVM's, and the time of day. */
function draw(context) {
  const now = new Date();
  const background = context.createLinearGradient(0, 0, WIDTH, HEIGHT);
  background.addColorStop(0, "#1d4ed8");
  background.addColorStop(1, "#ea580c");
  context.fillStyle = background;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = "rgb(255 255 255 / 90%)";
  context.beginPath();
  context.arc(bounce(now / 4, WIDTH), bounce(now / 5, HEIGHT), RADIUS, 0, 2 * Math.PI);
  context.fill();
  context.font = "600 56px ui-monospace, Menlo, Consolas, monospace";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(`${now.toLocaleTimeString("en-GB")}.${Math.floor(now.getMilliseconds() / 100)}`, WIDTH / 2, HEIGHT / 2);
}

/** Forth and back between the edges. */
function bounce(way, length) {
  const room = length - 2 * RADIUS;
  return RADIUS + Math.abs((way % (2 * room)) - room);
}
