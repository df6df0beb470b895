/**
 * What a user shares: the sessions that read it, the scope that says how much of it, the files that it comes in, and the
 * accounts that it comes from.
 */
@NullMarked
package me.digi.client.read;

import org.jspecify.annotations.NullMarked;
