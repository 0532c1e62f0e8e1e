// Hashes on a thread of its own. Takes ArrayBuffers, each acknowledged by null, and then null,
// answered with the digest.

import { Sha256 } from "./digest.js";

const digest = new Sha256();

addEventListener("message", ({ data }) => {
  if (data === null) {
    postMessage(digest.hex());
  } else {
    digest.update(new Uint8Array(data));
    postMessage(null);
  }
});
