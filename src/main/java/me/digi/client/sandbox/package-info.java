/**
 * A local digi.me for development and tests. {@link me.digi.client.sandbox.Sandbox} implements the protocol
 * independently of the client, on loopback: it rejects what the service rejects, shows the consent pages, and fails on
 * request. Ships as the jar with classifier {@code sandbox}.
 */
@NullMarked
package me.digi.client.sandbox;

import org.jspecify.annotations.NullMarked;
