/** Files of the application's own, encrypted with its contract's public key, in a storage that can become a user's. */
@NullMarked
package me.digi.client.storage;

import org.jspecify.annotations.NullMarked;
