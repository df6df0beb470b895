/** Pushing data to a user: into their library, or on to one of their providers. */
@NullMarked
package me.digi.client.push;

import org.jspecify.annotations.NullMarked;
