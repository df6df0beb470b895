/** Files in storages, encrypted on the way there and decrypted on the way back. */
@NullMarked
package me.digi.client.internal.storage;

import org.jspecify.annotations.NullMarked;
