package io.webrtc4j.session;

import io.webrtc4j.sctp.DataChannelTransport;
import io.webrtc4j.session.transport.DataParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which transport has the SCTP association, and the channels on it. */
final class DataCarrier {
  private static final String ENDED = "the descriptions ended the association";

  private final SessionChannels channels = new SessionChannels();
  private final long maxMessageSize;
  private @Nullable PlannedTransport carrier;
  private @Nullable DataPlan plan;

  /** On its way from one transport to another: RFC 8841 would end it, browsers do not. */
  private @Nullable DataChannelTransport moving;

  DataCarrier(long maxMessageSize) {
    this.maxMessageSize = maxMessageSize;
  }

  SessionChannels channels() {
    return channels;
  }

  /**
   * Lets go of the association if {@code plans} have another transport carry it, and ends it if
   * they have none, or another one.
   */
  void prepare(List<TransportPlan> plans, long now) {
    if (carrier == null) {
      return;
    }
    if (plans.stream().anyMatch(this::keeps)) {
      carrier.transport().dataMayMove(plans.stream().anyMatch(each -> each.remote() == null), now);
      return;
    }
    if (channels.isEstablished() && plans.stream().anyMatch(this::carriesOurs)) {
      moving = carrier.transport().releaseData();
      carrier = null;
      return;
    }
    if (plans.stream().anyMatch(DataCarrier::carries)) {
      channels.detach();
    }
    carrier.transport().endData(ENDED, now);
    channels.ended();
    carrier = null;
    plan = null;
  }

  /** Begins the association that {@code plans} have, if it is new. */
  void apply(TransportSet transports, List<TransportPlan> plans, long now) {
    if (carrier == null) {
      plans.stream()
          .filter(DataCarrier::carries)
          .findFirst()
          .flatMap(wanted -> transports.find(wanted.id()))
          .ifPresent(found -> begin(found, now));
    }
  }

  private void begin(PlannedTransport transport, long now) {
    DataPlan wanted = transport.dataPlan();
    DataChannelTransport moved = moving;
    moving = null;
    if (moved != null) {
      carrier = transport;
      transport.transport().adoptData(moved);
    } else if (wanted != null) {
      carrier = transport;
      plan = wanted;
      DataParameters parameters =
          new DataParameters(wanted.localPort(), wanted.remotePort(), maxMessageSize);
      channels.attach(transport.transport().beginData(parameters, now), now);
    }
  }

  private boolean keeps(TransportPlan next) {
    if (carrier == null || next.id() != carrier.id()) {
      return false;
    }
    RemotePlan remote = next.remote();
    return remote == null || isSameAssociation(remote.data());
  }

  private boolean carriesOurs(TransportPlan next) {
    return next.remote() != null && isSameAssociation(next.remote().data());
  }

  private boolean isSameAssociation(@Nullable DataPlan next) {
    return plan != null
        && next != null
        && next.localPort() == plan.localPort()
        && next.remotePort() == plan.remotePort();
  }

  private static boolean carries(TransportPlan plan) {
    return plan.remote() != null && plan.remote().data() != null;
  }
}
