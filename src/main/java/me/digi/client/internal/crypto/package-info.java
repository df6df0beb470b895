/** Hashes, and the encryption of files: what opens them, as they come. */
@NullMarked
package me.digi.client.internal.crypto;

import org.jspecify.annotations.NullMarked;
