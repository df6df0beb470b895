/**
 * The token engine: keeps each grant's token pair fresh, sends one refresh however many callers need it, and never loses a
 * pair that the server has sent.
 *
 * <p>{@link me.digi.client.internal.token.GrantRecord} is what a row of the store holds, and decides what to do next, as a
 * pure function. {@link me.digi.client.internal.token.GrantStore} knows it, and since when; the one compare-and-set loop that
 * changes it is {@link me.digi.client.internal.oauth.SharedRecord}. {@link me.digi.client.internal.token.Refresher} carries
 * the decision out.
 */
@NullMarked
package me.digi.client.internal.token;

import org.jspecify.annotations.NullMarked;
