// How audio or video flows in one direction, by the browser's own figures (W3C WebRTC Statistics).

/** From one look to the next. */
export class Flow {
  #end;
  #before;

  /** @param end the RTCRtpSender or RTCRtpReceiver */
  constructor(end) {
    this.#end = end;
  }

  /**
   * {codec, size, framesPerSecond, bitrate, lost, jitter, roundTrip}, each possibly undefined. What
   * is lost of the sent packets, and how evenly they arrive, the JVM reports.
   */
  async figures() {
    const stats = await this.#end.getStats();
    const find = (...types) => [...stats.values()].find(({ type }) => types.includes(type));
    const own = find("outbound-rtp", "inbound-rtp");
    if (!own) {
      return {};
    }
    const remote = find("remote-inbound-rtp", "remote-outbound-rtp");
    const arriving = own.type === "inbound-rtp" ? own : remote;
    return {
      codec: stats.get(own.codecId)?.mimeType.split("/")[1],
      size: own.frameWidth && `${own.frameWidth} × ${own.frameHeight}`,
      framesPerSecond: own.framesPerSecond,
      bitrate: this.#bitrate(own),
      lost: arriving?.packetsLost,
      jitter: arriving?.jitter,
      roundTrip: remote?.roundTripTime ?? find("candidate-pair")?.currentRoundTripTime,
    };
  }

  #bitrate({ bytesSent, bytesReceived, timestamp }) {
    const bytes = bytesSent ?? bytesReceived;
    const before = this.#before;
    this.#before = { bytes, timestamp };
    return before && timestamp > before.timestamp
      ? (8000 * (bytes - before.bytes)) / (timestamp - before.timestamp)
      : undefined;
  }
}
