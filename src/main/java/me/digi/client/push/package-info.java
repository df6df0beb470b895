/** Pushing data to a user's library or to one of their providers. */
@NullMarked
package me.digi.client.push;

import org.jspecify.annotations.NullMarked;
