/** Files of the application, encrypted with its contract's public key, in a storage that a user can come to own. */
@NullMarked
package me.digi.client.storage;

import org.jspecify.annotations.NullMarked;
