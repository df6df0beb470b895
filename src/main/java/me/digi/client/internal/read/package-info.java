/** Not API: reads the files of a session, one or all: polls the list, opens, decrypts, decompresses and saves. */
@NullMarked
package me.digi.client.internal.read;

import org.jspecify.annotations.NullMarked;
