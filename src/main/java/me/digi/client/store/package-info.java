/**
 * Where user access tokens are kept. Each refresh makes the pair before it worthless, so a store must be able to say
 * "this write was based on an old state" — versioned compare-and-set — and must not tell of a write that is not durable.
 */
@NullMarked
package me.digi.client.store;

import org.jspecify.annotations.NullMarked;
