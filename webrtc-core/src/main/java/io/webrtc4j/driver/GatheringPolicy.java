package io.webrtc4j.driver;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Which local addresses and ports a connection uses.
 *
 * @param includeLoopback whether loopback addresses are used
 * @param addressFilter which of the others are
 * @param minPort the lowest port, or 0 for any
 * @param maxPort the highest port, or 0 for any
 * @param hideAddresses whether candidates have random names instead of addresses
 */
public record GatheringPolicy(
    boolean includeLoopback,
    Predicate<InetAddress> addressFilter,
    int minPort,
    int maxPort,
    boolean hideAddresses) {}
