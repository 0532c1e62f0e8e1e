package io.webrtc4j.sim;

/**
 * Loss that comes in bursts, after Gilbert and Elliott: the link is in a good or in a bad state,
 * and with each packet it may change between them.
 *
 * @param begin probability that a packet in the good state begins a burst
 * @param end probability that a packet in a burst ends it
 * @param loss probability that a packet of a burst is lost
 */
public record LossBursts(double begin, double end, double loss) {
  /** No bursts. */
  public static final LossBursts NONE = new LossBursts(0, 1, 0);

  /** Checks that probabilities are probabilities. */
  public LossBursts {
    LinkConditions.probability("begin", begin);
    LinkConditions.probability("end", end);
    LinkConditions.probability("loss", loss);
  }

  /**
   * Bursts in which every packet is lost.
   *
   * @param averageLoss the share of all packets that is lost, below 1
   * @param packets how many a burst takes on average, 1 or more
   */
  public static LossBursts of(double averageLoss, double packets) {
    if (!(averageLoss >= 0 && averageLoss < 1 && packets >= 1)) {
      throw new IllegalArgumentException(
          "the average must be from 0 to 1 and a burst 1 packet or more, not "
              + averageLoss
              + " and "
              + packets);
    }
    double end = 1 / packets;
    return new LossBursts(Math.min(1, end * averageLoss / (1 - averageLoss)), end, 1);
  }
}
