/** Sends data to a user. */
@NullMarked
package me.digi.client.internal.push;

import org.jspecify.annotations.NullMarked;
