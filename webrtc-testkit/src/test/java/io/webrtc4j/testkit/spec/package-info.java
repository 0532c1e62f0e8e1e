/**
 * The W3C specification's steps as tests, section by section: which states are visible when, which
 * events come in which order, which error each misuse gives. Each test is a script for two
 * connections in virtual time ({@code Peers}). Begin with {@code EventOrderTest}.
 */
package io.webrtc4j.testkit.spec;
