/** Not API: reads the files of a session: polls the list, downloads, decrypts, decompresses and saves. */
@NullMarked
package me.digi.client.internal.read;

import org.jspecify.annotations.NullMarked;
