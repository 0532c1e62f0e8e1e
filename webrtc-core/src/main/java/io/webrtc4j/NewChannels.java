package io.webrtc4j;

import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.jsep.JsepState;
import io.webrtc4j.jsep.SdpType;
import io.webrtc4j.sctp.DataChannelParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Creates this side's data channels and gives them their ids, which the role in DTLS decides (W3C
 * WebRTC §6.1, §4.4.1.5). All methods in a step.
 */
final class NewChannels {
  private final Connection connection;
  private final DataChannels channels;
  private final ChannelIds ids;
  private final PeerDriver driver;
  private final List<RTCDataChannel> withoutId = new ArrayList<>();
  private @Nullable DtlsRole role;

  NewChannels(Connection connection, DataChannels channels, ChannelIds ids, PeerDriver driver) {
    this.connection = connection;
    this.channels = channels;
    this.ids = ids;
    this.driver = driver;
  }

  RTCDataChannel create(String label, RTCDataChannelInit init) {
    ids.check(label, init);
    @Nullable Integer id = init.negotiated() ? init.id() : chosen();
    if (init.negotiated() && id != null) {
      requireGranted(id);
      ids.take(id);
    }
    RTCDataChannelInit effective =
        new RTCDataChannelInit(
            init.ordered(),
            init.maxPacketLifeTime(),
            init.maxRetransmits(),
            init.protocol(),
            init.negotiated(),
            id);
    RTCDataChannel channel =
        new RTCDataChannel(label, effective, driver, connection.visible, connection.callbacks);
    if (id == null) {
      withoutId.add(channel);
    }
    DataChannelParameters parameters =
        new DataChannelParameters(
            label,
            effective.ordered(),
            effective.maxPacketLifeTime(),
            effective.maxRetransmits(),
            effective.protocol(),
            effective.negotiated(),
            id);
    driver.execute(
        (session, now) -> channels.register(session.openDataChannel(parameters, now), channel));
    connection.jsep(connection.jsep().wantData());
    connection.negotiationNeeded().update();
    return channel;
  }

  /** Gives ids once a description has told the role. */
  void described(JsepState next, SdpType type) {
    if (type != SdpType.ANSWER && type != SdpType.PRANSWER) {
      return;
    }
    role = next.dataMid().flatMap(next::transportOf).flatMap(id -> roleOf(next, id)).orElse(null);
    if (role != null) {
      withoutId.forEach(this::assign);
      withoutId.clear();
    }
  }

  private static Optional<DtlsRole> roleOf(JsepState state, int transport) {
    return state.transports().stream()
        .filter(plan -> plan.id() == transport)
        .flatMap(plan -> Optional.ofNullable(plan.remote()).stream())
        .map(remote -> remote.dtlsRole())
        .findFirst();
  }

  private void assign(RTCDataChannel channel) {
    if (channel.readyState() == RTCDataChannelState.CLOSED) {
      return;
    }
    OptionalInt id = takeFree();
    if (id.isPresent()) {
      channel.assign(id.getAsInt());
      driver.execute((session, now) -> session.assignStream(channel.number(), id.getAsInt()));
    } // Else the association finds no stream either, and closes it with an error.
  }

  private @Nullable Integer chosen() {
    if (role == null) {
      return null;
    }
    OptionalInt id = takeFree();
    if (id.isEmpty()) {
      throw RTCException.operation("no id is free: close channels that are not needed any more");
    }
    return id.getAsInt();
  }

  private OptionalInt takeFree() {
    return ids.takeFree(role == DtlsRole.CLIENT, granted());
  }

  private void requireGranted(int id) {
    if (id >= granted()) {
      throw RTCException.operation("the peer grants " + granted() + " streams, not " + id);
    }
  }

  /** How many streams the peer grants, as far as it is known. */
  private int granted() {
    RTCSctpTransport sctp = connection.visible.sctp();
    @Nullable Integer limit = sctp == null ? null : sctp.maxChannels();
    return limit == null ? Integer.MAX_VALUE : limit;
  }
}
