/** How often, and with what pauses, a call that may still succeed is tried again. */
@NullMarked
package me.digi.client.retry;

import org.jspecify.annotations.NullMarked;
