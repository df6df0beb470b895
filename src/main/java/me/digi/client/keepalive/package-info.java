/** The keep-alive sweep: refreshes the token pairs of stored users who have not called for a long time. */
@NullMarked
package me.digi.client.keepalive;

import org.jspecify.annotations.NullMarked;
