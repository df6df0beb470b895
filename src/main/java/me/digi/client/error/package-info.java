/**
 * What can go wrong in a call: one family of unchecked exceptions, each with what the caller acts on.
 */
@NullMarked
package me.digi.client.error;

import org.jspecify.annotations.NullMarked;
