/** Digests and ciphers: of tokens that are to be recognised, and of the user's files. */
@NullMarked
package me.digi.client.internal.crypto;

import org.jspecify.annotations.NullMarked;
