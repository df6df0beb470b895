/** A client for digi.me: the one door, and which digi.me lies behind it. */
@NullMarked
package me.digi.client;

import org.jspecify.annotations.NullMarked;
