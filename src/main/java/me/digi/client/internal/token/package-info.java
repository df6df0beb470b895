/**
 * The token engine: keeps each grant's token pair fresh, sends one refresh however many ask, and sees to it that no pair
 * is lost between the server, the store and the caller.
 */
@NullMarked
package me.digi.client.internal.token;

import org.jspecify.annotations.NullMarked;
