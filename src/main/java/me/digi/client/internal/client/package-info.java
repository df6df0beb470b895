/** The parts of a client, put together, and the user as applications hold them. */
@NullMarked
package me.digi.client.internal.client;

import org.jspecify.annotations.NullMarked;
