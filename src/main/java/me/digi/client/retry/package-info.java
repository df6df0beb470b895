/** How failed calls are retried. */
@NullMarked
package me.digi.client.retry;

import org.jspecify.annotations.NullMarked;
