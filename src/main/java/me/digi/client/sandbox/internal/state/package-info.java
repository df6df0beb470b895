/**
 * What the sandbox remembers: contracts, users, consents, codes, grants and nonces. All of it is behind the one lock of
 * {@link me.digi.client.sandbox.internal.state.World}; its parts have none. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.state;

import org.jspecify.annotations.NullMarked;
