// What getStats() says about the connection in use (W3C WebRTC Statistics).

// The version field of the DTLS record layer: RFC 6347 §4.1, RFC 9147 §5.3.
const DTLS_VERSIONS = { FEFD: "DTLS 1.2", FEFC: "DTLS 1.3", FEFF: "DTLS 1.0" };

/** {local, remote, dtlsVersion, cipher}, each possibly missing. */
export async function connectionStats(pc) {
  const stats = [...(await pc.getStats()).values()];
  const byId = new Map(stats.map((entry) => [entry.id, entry]));
  const transport = stats.find((entry) => entry.type === "transport") ?? {};
  const pairs = stats.filter((entry) => entry.type === "candidate-pair");
  const pair =
    byId.get(transport.selectedCandidatePairId) ??
    pairs.find((entry) => entry.selected) ??
    pairs.find((entry) => entry.nominated && entry.state === "succeeded") ??
    {};
  return {
    local: end(byId.get(pair.localCandidateId)),
    remote: end(byId.get(pair.remoteCandidateId)),
    dtlsVersion: DTLS_VERSIONS[transport.tlsVersion?.toUpperCase()],
    cipher: transport.dtlsCipher,
  };
}

function end(candidate) {
  return candidate && {
    address: candidate.address ?? candidate.ip,
    port: candidate.port,
    type: candidate.candidateType,
    protocol: candidate.protocol,
  };
}
