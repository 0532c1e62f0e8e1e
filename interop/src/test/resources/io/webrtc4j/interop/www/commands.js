// Takes commands from the test, runs each as the body of an async function that has the command's
// arguments as `args` and the exports of peer.js as `peers`, and posts back what it returned.
import * as peers from '/peer.js';

const AsyncFunction = (async () => {}).constructor;

const post = (path, body) => fetch(path, { method: 'POST', body });
const log = (...words) => post('/test/log', words.map(String).join(' ')).catch(() => {});

async function run({ id, script, arguments: args }) {
  let answer;
  try {
    const value = await new AsyncFunction('args', 'peers', script)(args, peers);
    answer = { value: value === undefined ? null : value };
  } catch (error) {
    answer = { error: `${error}\n${error?.stack ?? ''}` };
  }
  await post(`/test/answers/${id}`, JSON.stringify(answer));
}

// One event after the other, so that they arrive in the order in which they happened.
let lastEvent = Promise.resolve();
peers.onEvent((event) => {
  lastEvent = lastEvent.then(() => post('/test/events', JSON.stringify(event))).catch(() => {});
});

addEventListener('error', (event) => log('error:', event.message, event.filename, event.lineno));
addEventListener('unhandledrejection', (event) => log('unhandled:', event.reason));
log(navigator.userAgent);

for (;;) {
  const command = await (await fetch('/test/commands')).json();
  if (command) run(command).catch((error) => log('answer not posted:', error));
}
