/**
 * A record in a store that several processes may share: read, changed by one compare-and-set loop, and kept in memory
 * while the store fails. Knows nothing of tokens.
 */
@NullMarked
package me.digi.client.internal.store;

import org.jspecify.annotations.NullMarked;
