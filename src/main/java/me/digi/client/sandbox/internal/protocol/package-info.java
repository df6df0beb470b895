/**
 * The protocol of the API: how requests are routed, authenticated and checked. An operation declares what a request
 * must contain, and carries it out. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.protocol;

import org.jspecify.annotations.NullMarked;
