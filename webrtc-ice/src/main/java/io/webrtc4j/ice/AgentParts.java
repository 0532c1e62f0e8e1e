package io.webrtc4j.ice;

import java.net.InetAddress;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What the ICE sessions of one agent have in common, and what outlives each of them.
 *
 * @param role the role, which a restart does not change (RFC 8445 §9)
 * @param foundations those given to our addresses (RFC 8445 §5.1.1.3)
 */
record AgentParts(
    IceConfig config,
    RandomGenerator random,
    RoleArbiter role,
    RoleSwitch roleSwitch,
    Outbox outbox,
    EventQueue events,
    Drops drops,
    Map<InetAddress, String> foundations) {}
