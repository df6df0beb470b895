/**
 * A local digi.me for development and tests: {@link me.digi.client.sandbox.Sandbox} responds on loopback as the service
 * does, refuses what the service refuses, shows the consent pages, moves its clock and fails when it is told to. It is an
 * implementation of the protocol of its own, and ships as the jar with classifier {@code sandbox}.
 */
@NullMarked
package me.digi.client.sandbox;

import org.jspecify.annotations.NullMarked;
