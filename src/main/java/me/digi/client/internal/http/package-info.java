/** How a request travels: signed for each send, retried, bounded, and its failures told apart. */
@NullMarked
package me.digi.client.internal.http;

import org.jspecify.annotations.NullMarked;
