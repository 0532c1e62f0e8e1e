package hello;

import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionIceEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Two peers in one process: a message goes over and comes back. */
public final class Hello {
  private Hello() {}

  /** Prints what came back. */
  public static void main(String[] arguments) throws Exception {
    PeerSettings settings = PeerSettings.builder().includeLoopback(true).build();
    try (RTCPeerConnection alice = new RTCPeerConnection(RTCConfiguration.defaults(), settings);
        RTCPeerConnection bob = new RTCPeerConnection(RTCConfiguration.defaults(), settings)) {
      String answer = greet(alice, bob).get(20, TimeUnit.SECONDS);
      String where = Hello.class.getModule().isNamed() ? "module path" : "class path";
      System.out.println(answer + " (from the " + where + ")");
    }
  }

  private static CompletableFuture<String> greet(RTCPeerConnection alice, RTCPeerConnection bob) {
    // What would cross the signalling channel between two machines goes straight over here.
    alice.onIceCandidate(event -> handOver(event, bob));
    bob.onIceCandidate(event -> handOver(event, alice));

    bob.onDataChannel(
        event -> {
          RTCDataChannel channel = event.channel();
          channel.onMessage(message -> channel.send(message.text() + " yourself"));
        });

    CompletableFuture<String> answered = new CompletableFuture<>();
    RTCDataChannel channel = alice.createDataChannel("greetings");
    channel.onOpen(event -> channel.send("Hello"));
    channel.onMessage(message -> answered.complete(message.text()));

    alice
        .setLocalDescription()
        .thenCompose(done -> bob.setRemoteDescription(alice.localDescription().toJSON()))
        .thenCompose(done -> bob.setLocalDescription())
        .thenCompose(done -> alice.setRemoteDescription(bob.localDescription().toJSON()))
        .exceptionally(
            failure -> {
              answered.completeExceptionally(failure);
              return null;
            });
    return answered;
  }

  private static void handOver(RTCPeerConnectionIceEvent event, RTCPeerConnection to) {
    if (event.candidate() != null) {
      to.addIceCandidate(event.candidate().toJSON());
    }
  }
}
