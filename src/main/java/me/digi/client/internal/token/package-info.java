/**
 * Not API: the token engine. It keeps each grant's token pair fresh, sends one refresh for any number of callers, and
 * never loses a pair that the server has sent. {@link GrantRecord} is the stored state and decides what to do, as a
 * pure function; {@link Refresher} executes the decision. {@link GrantStore} holds the client's view of the record.
 */
@NullMarked
package me.digi.client.internal.token;

import org.jspecify.annotations.NullMarked;
