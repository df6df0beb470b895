/** The keep-alive sweep, which refreshes stored users who have not called for a long time. */
@NullMarked
package me.digi.client.keepalive;

import org.jspecify.annotations.NullMarked;
