/** How a session's files are asked for, and made readable as they come. */
@NullMarked
package me.digi.client.internal.read;

import org.jspecify.annotations.NullMarked;
