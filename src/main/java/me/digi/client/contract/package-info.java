/** Descriptions of contracts. */
@NullMarked
package me.digi.client.contract;

import org.jspecify.annotations.NullMarked;
