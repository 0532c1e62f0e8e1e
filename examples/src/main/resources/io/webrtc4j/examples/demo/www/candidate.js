// ICE candidates (RFC 8839 §5.1), as far as a person wants to see them.

const LOOPBACK = /^(127\.|(0{0,4}:){1,7}0{0,3}1$|localhost$)/;

/** {protocol, address, port, type} of a candidate attribute, or null if it is none. */
export function parseCandidate(text) {
  const parts = text.replace(/^a=/, "").replace(/^candidate:/, "").trim().split(/\s+/);
  if (parts.length < 8 || parts[6] !== "typ") {
    return null;
  }
  return { protocol: parts[2].toLowerCase(), address: parts[4], port: Number(parts[5]), type: parts[7] };
}

/** The candidates that a description itself has. */
export function candidatesIn(sdp) {
  return sdp.split(/\r?\n/).filter((line) => line.startsWith("a=candidate:"));
}

export function isLoopback(address) {
  return LOOPBACK.test(address);
}

/** An address with its port; names that hide addresses are long and say nothing. */
export function describeAddress(address, port) {
  if (!address) {
    return "address hidden by the browser";
  }
  if (address.endsWith(".local")) {
    return `${address.slice(0, 8)}….local:${port}`;
  }
  // The URL parser writes IPv6 addresses in their short form.
  return address.includes(":") ? `${new URL(`http://[${address}]`).hostname}:${port}` : `${address}:${port}`;
}

/** {address, port, type} of an end as the JVM reports it: "192.0.2.1:5000 host", or undefined. */
export function parseEnd(text) {
  const match = /^(.*):(\d+) (\w+)$/.exec(text ?? "");
  return match ? { address: match[1], port: Number(match[2]), type: match[3] } : undefined;
}

/** Whether the browser tells where that is: it may say nothing, or a name instead. */
export function isVisible(end) {
  return Boolean(end?.address) && !end.address.endsWith(".local");
}
