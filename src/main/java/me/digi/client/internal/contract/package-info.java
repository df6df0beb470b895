/** Asks what a contract is. */
@NullMarked
package me.digi.client.internal.contract;

import org.jspecify.annotations.NullMarked;
