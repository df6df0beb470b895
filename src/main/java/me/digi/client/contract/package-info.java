/** What digi.me says of a contract. */
@NullMarked
package me.digi.client.contract;

import org.jspecify.annotations.NullMarked;
