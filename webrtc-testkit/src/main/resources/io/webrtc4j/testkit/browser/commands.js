// Added to a test's page. Takes commands from the test, runs each as the body of an async function
// that has the command's arguments as `args`, and posts back what it returned. The page itself may
// tell the test something by `webrtc4j.tell(value)`.

const own = '/webrtc4j-testkit';
const loaded = crypto.randomUUID();
const AsyncFunction = (async () => {}).constructor;

const post = (path, body) => fetch(own + path, { method: 'POST', body });
const log = (...words) => post('/log', words.map(String).join(' ')).catch(() => {});

async function run({ id, script, arguments: args }) {
  let answer;
  try {
    const value = await new AsyncFunction('args', script)(args);
    answer = { value: value === undefined ? null : value };
  } catch (error) {
    answer = { error: `${error}\n${error?.stack ?? ''}` };
  }
  await post(`/answers/${id}`, JSON.stringify(answer));
}

// One after the other, so that they arrive in the order in which they were told.
let last = Promise.resolve();
globalThis.webrtc4j = {
  tell(value) {
    last = last.then(() => post('/events', JSON.stringify(value))).catch(() => {});
  },
};

addEventListener('error', (event) => log('error:', event.message, event.filename, event.lineno));
addEventListener('unhandledrejection', (event) => log('unhandled:', event.reason));
log(navigator.userAgent);

for (;;) {
  const command = await (await fetch(`${own}/commands?${loaded}`)).json();
  if (command) run(command).catch((error) => log('answer not posted:', error));
}
