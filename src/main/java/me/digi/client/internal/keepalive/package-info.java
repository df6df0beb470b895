/** The keep-alive sweep. */
@NullMarked
package me.digi.client.internal.keepalive;

import org.jspecify.annotations.NullMarked;
