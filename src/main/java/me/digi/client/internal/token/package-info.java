/**
 * Not API: the token engine. It keeps each grant's token pair fresh, sends one refresh for any number of callers, and never
 * loses a pair that the server has sent. {@link GrantRecord} is what a row of the store holds, and decides what to do next, as a
 * pure function; {@link Refresher} carries it out. {@link GrantStore} knows the record, and since when.
 */
@NullMarked
package me.digi.client.internal.token;

import org.jspecify.annotations.NullMarked;
