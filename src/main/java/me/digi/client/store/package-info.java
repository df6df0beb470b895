/**
 * Where user access tokens are stored. Each refresh invalidates the previous pair, so stores need versioned
 * compare-and-set, which rejects writes based on an old state, and must not report a write before it is durable.
 */
@NullMarked
package me.digi.client.store;

import org.jspecify.annotations.NullMarked;
