/**
 * The state of the sandbox: contracts, users, consents, codes, grants and nonces. All of it is guarded by the lock of
 * {@link me.digi.client.sandbox.internal.state.World}. Not API.
 */
@NullMarked
package me.digi.client.sandbox.internal.state;

import org.jspecify.annotations.NullMarked;
